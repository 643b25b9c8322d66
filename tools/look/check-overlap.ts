import { quoted, shownTexts } from './shown-text.ts';

/** Part of a line's height above and below that may touch a neighbour without being read worse. */
const MARGIN = 0.27;

/** No two texts lie on each other. */
export function checkOverlap(): readonly string[] {
  const bands = shownTexts().flatMap((text) =>
    text.lines.map((line) => {
      const margin = line.height * MARGIN;
      return {
        text,
        left: line.left + 1,
        right: line.right - 1,
        top: line.top + margin,
        bottom: line.bottom - margin,
      };
    }),
  );
  return bands.flatMap((a, at) =>
    bands
      .slice(at + 1)
      .filter(
        (b) =>
          a.text !== b.text &&
          a.left < b.right &&
          b.left < a.right &&
          a.top < b.bottom &&
          b.top < a.bottom,
      )
      .map((b) => `${quoted(a.text)} lies on ${quoted(b.text)}`),
  );
}
