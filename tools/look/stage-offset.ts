export type Offset = { readonly left: number; readonly top: number };

const NONE: Offset = { left: 0, top: 0 };

/** Where the pixel shift has put what stands on the stage, in px: nothing else is shifted. */
export function stageOffset(): (element: Element) => Offset {
  const stage = stageElement();
  const offset = stageShift();
  return (element) => (stage?.contains(element) === true ? offset : NONE);
}

/** How far the pixel shift has moved the stage, in px. */
export function stageShift(): Offset {
  const stage = stageElement();
  if (stage === undefined) return NONE;
  const { m41, m42 } = new DOMMatrix(getComputedStyle(stage).transform);
  return { left: m41, top: m42 };
}

function stageElement(): Element | undefined {
  return [...document.body.querySelectorAll('*')].find(
    (element) => getComputedStyle(element).transform !== 'none' && element.closest('svg') === null,
  );
}

/** As if nothing were ever shifted. */
export function noOffset(): Offset {
  return NONE;
}
