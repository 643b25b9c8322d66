import { quoted, shownTexts, stageScale } from './shown-text.ts';

const SMALLEST_PX = 28;
const TOLERANCE_PX = 0.3;

/** No text is smaller than the design's floor: 28 px on 1080 lines. */
export function checkFontSize(): readonly string[] {
  const scale = stageScale();
  return shownTexts().flatMap((text) => {
    const size = parseFloat(text.style.fontSize);
    if (size >= SMALLEST_PX * scale - TOLERANCE_PX) return [];
    return [`${quoted(text)} is set in ${(size / scale).toFixed(1)} px, not ${SMALLEST_PX}`];
  });
}
