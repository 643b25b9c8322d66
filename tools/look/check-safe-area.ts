import { quoted, shownTexts } from './shown-text.ts';

/** TVs crop up to this part of each side. */
export const SAFE_PART = 0.05;
/** What the pixel shift may take of it. */
export const SAFE_PART_WHEN_SHIFTED = 0.048;
const TOLERANCE_PX = 1;
export const NOT_SHIFTED = { left: 0, top: 0 };

type Shift = { readonly left: number; readonly top: number };
/** Part of a line's height above and below that holds no ink. */
const NO_INK = 0.2;

/** Text keeps clear of the edges, which a TV may crop; `shift` is taken out of account. */
export function checkSafeArea(part: number, shift: Shift): readonly string[] {
  const x = innerWidth * part - TOLERANCE_PX;
  const y = innerHeight * part - TOLERANCE_PX;
  return shownTexts().flatMap((text) => {
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
