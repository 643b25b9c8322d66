import { boxesAround, quoted, shownTexts } from './shown-text.ts';

/** Nothing may be cut short: neither by the browser nor by hand. */
export function checkEllipsis(): readonly string[] {
  return shownTexts().flatMap((text) => {
    if (/…|\.\.\./.test(text.node.data)) return [`${quoted(text)} is written with an ellipsis`];
    const box = boxesAround(text.element).find(cutsText);
    return box === undefined ? [] : [`${quoted(text)} would be cut short by its box`];
  });
}

function cutsText(box: Element): boolean {
  const style = getComputedStyle(box);
  const clamp = style.getPropertyValue('-webkit-line-clamp');
  return style.textOverflow !== 'clip' || (clamp !== '' && clamp !== 'none');
}
