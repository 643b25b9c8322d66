import { type Colour, colourUnder, opacityOf, painted, parseColour } from './paint.ts';
import { quoted, shownTexts, type ShownText } from './shown-text.ts';

const LEAST_CONTRAST = 7;

/** Every text has the contrast of WCAG's level AAA: it is read from across a hall. */
export function checkContrast(): readonly string[] {
  return shownTexts().flatMap((text) => {
    const contrast = contrastOf(text);
    if (contrast >= LEAST_CONTRAST) return [];
    return [`${quoted(text)} has a contrast of ${contrast.toFixed(2)}, not ${LEAST_CONTRAST}`];
  });
}

function contrastOf({ element, style, lines }: ShownText): number {
  const [red, green, blue, alpha] = parseColour(style.color);
  const ink: Colour = [red, green, blue, alpha * opacityOf(element)];
  return Math.min(
    ...lines.map((line) => {
      const middle: readonly [number, number] = [
        line.left + line.width / 2,
        line.top + line.height / 2,
      ];
      const ground = colourUnder(element, ...middle);
      return contrastBetween(painted(ink, ground), ground);
    }),
  );
}

function contrastBetween(a: Colour, b: Colour): number {
  const [one, other] = [luminanceOf(a), luminanceOf(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Relative luminance as WCAG defines it. */
function luminanceOf([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
