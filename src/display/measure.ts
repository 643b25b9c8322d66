import type { WidthOf } from './fit.ts';

const FAMILY = 'Hall, "Noto Sans", "Noto Sans Arabic", "Segoe UI", Tahoma, Arial, sans-serif';
const WEIGHTS = [500, 600, 700] as const;
/** Measured large, so that rounding to pixels does not matter. */
const PX = 100;
/** Wider than most text is: what is not measured must not be cut either. */
const EM_PER_CHARACTER = 0.6;

/** Measures text as this browser sets it; a new function each time that its fonts have changed. */
export type Ruler = { widthOf: WidthOf };

/** The current measure of text. It is replaced when `loadFonts` has loaded some. */
export const ruler: Ruler = { widthOf: createWidthOf() };

/** Loads the wall's fonts. When it resolves, `ruler` measures by them and the wall is to be drawn. */
export async function loadFonts(): Promise<void> {
  await Promise.all(WEIGHTS.map((weight) => document.fonts.load(`${weight} 1em Hall`, 'رواق 12')));
  ruler.widthOf = createWidthOf();
}

function createWidthOf(): WidthOf {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, weight) => {
    const key = `${weight}${text}`;
    let width = known.get(key);
    if (width === undefined) {
      width = text.length * EM_PER_CHARACTER;
      if (context) {
        context.font = `${weight} ${PX}px ${FAMILY}`;
        width = context.measureText(text).width / PX;
      }
      known.set(key, width);
    }
    return width;
  };
}

/** Width and height of the stage in rem: 96 × 54 on a 16:9 screen, never less than that either way. */
export function stageSize(): { readonly width: number; readonly height: number } {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 1;
  return { width: window.innerWidth / rem, height: window.innerHeight / rem };
}
