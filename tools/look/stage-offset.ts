/** Where the pixel shift has put the wall, in px. */
export function stageOffset(): { readonly left: number; readonly top: number } {
  const shifted = [...document.body.querySelectorAll('*')].find(
    (element) => getComputedStyle(element).transform !== 'none' && element.closest('svg') === null,
  );
  if (shifted === undefined) return { left: 0, top: 0 };
  const { m41, m42 } = new DOMMatrix(getComputedStyle(shifted).transform);
  return { left: m41, top: m42 };
}
