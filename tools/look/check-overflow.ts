import { boxesAround, quoted, shownTexts, type ShownText, stageScale } from './shown-text.ts';

const TOLERANCE_PX = 2;
/** Part of a line's height above and below that holds no ink but of marks and descenders. */
const NO_INK = 0.2;

/** No text leaves the boxes it stands in, is cut by one, or lies under something else. */
export function checkOverflow(): readonly string[] {
  return shownTexts().flatMap((text) => [
    ...(text.isPartlyCovered ? [`${quoted(text)} is partly covered`] : []),
    ...overflowOf(text),
  ]);
}

function overflowOf(text: ShownText): readonly string[] {
  const tolerance = TOLERANCE_PX * stageScale();
  const found = boxesAround(text.element).flatMap((box) => {
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const { overflowX, overflowY } = getComputedStyle(box);
    return text.lines.flatMap((line) => {
      const ink = line.height * NO_INK;
      const sideways = Math.max(left - line.left, line.right - right);
      const upright = Math.max(top - line.top - ink, line.bottom - ink - bottom);
      // A tight line height lets the font's box stick out; only a box that clips cuts the ink.
      const cuts = overflowX !== 'visible' || overflowY !== 'visible';
      if (sideways > tolerance) return [`${quoted(text)} leaves its box by ${px(sideways)}`];
      if (cuts && upright > tolerance) return [`${quoted(text)} is cut by ${px(upright)}`];
      return [];
    });
  });
  return found.slice(0, 1);
}

function px(length: number): string {
  return `${Math.round(length)} px`;
}
