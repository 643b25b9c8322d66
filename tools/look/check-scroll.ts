import { stageScale } from './shown-text.ts';

/** The wall reaches a little beyond the screen, so that the pixel shift shows no edge. */
const BLEED_PX = 8;

/** The page is as large as the screen: a wall has nobody to scroll it, and cuts nothing off. */
export function checkScroll(): readonly string[] {
  const boxes = [document.documentElement, document.body];
  const width = Math.max(...boxes.map((box) => box.scrollWidth));
  const height = Math.max(...boxes.map((box) => box.scrollHeight));
  const bleed = BLEED_PX * stageScale();
  if (width <= innerWidth + bleed && height <= innerHeight + bleed) return [];
  return [`the page is ${width}×${height} on a ${innerWidth}×${innerHeight} screen`];
}
