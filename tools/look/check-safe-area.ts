import { quoted, laidOutTexts } from './shown-text.ts';
import type { Offset } from './stage-offset.ts';

/** TVs crop up to this part of each side, in percent, unless their screen says otherwise. */
export const SAFE_PERCENT = 5;
/** What the pixel shift may take of it. */
export const SHIFT_PERCENT = 0.2;
const TOLERANCE_PX = 1;
/** Part of a line's height above and below that holds no ink. */
const NO_INK = 0.2;

/** Text keeps clear of the edges, which a TV may crop; `offsetOf` is taken out of account. */
export function checkSafeArea(
  percent: number,
  offsetOf: (element: Element) => Offset,
): readonly string[] {
  const x = (innerWidth * percent) / 100 - TOLERANCE_PX;
  const y = (innerHeight * percent) / 100 - TOLERANCE_PX;
  return laidOutTexts().flatMap((text) => {
    const shift = offsetOf(text.element);
    const out = text.lines.flatMap((line) => {
      const ink = line.height * NO_INK;
      const outside = Math.max(
        x - (line.left - shift.left),
        line.right - shift.left - (innerWidth - x),
        y - (line.top + ink - shift.top),
        line.bottom - ink - shift.top - (innerHeight - y),
      );
      return outside > 0 ? [Math.ceil(outside)] : [];
    });
    return out.length === 0 ? [] : [`${quoted(text)} is ${Math.max(...out)} px too near the edge`];
  });
}
