import type { WidthOf } from './fit.ts';
import { holdsFor } from './holds.ts';

/** Measured large, so that rounding to pixels does not matter. */
const PX = 100;
/** They take no room, but in old engines they turn what they enclose. */
const MARKS = /[\u200e\u2066-\u2069]/g;
/** Wider than most text is: what is not measured must not be cut either. */
const EM_PER_CHARACTER = 0.6;
const MOST_KNOWN = 5000;

let widthOf: WidthOf | undefined;
let loading: Promise<void> | undefined;

/**
 * Measures text as this browser sets it now: another function once the wall's fonts are there, whose
 * loading the first call begins.
 */
export function textWidth(): WidthOf {
  void loadFonts();
  widthOf = widthOf || createWidthOf();
  return widthOf;
}

/** Loads the wall's fonts. When it resolves, names fit otherwise, and the wall is to be drawn anew. */
export function loadFonts(): Promise<void> {
  loading = loading || load();
  return loading;
}

async function load(): Promise<void> {
  try {
    await Promise.all(
      [500, 600, 700].map((weight) => document.fonts.load(`${weight} 1em Hall`, 'رواق 12')),
    );
  } catch (error) {
    // The wall is set in another face then, and measured in it.
    console.warn('The fonts of the wall are missing', error);
  }
  widthOf = undefined;
  holdsFor(0);
}

function createWidthOf(): WidthOf {
  const context = document.createElement('canvas').getContext('2d');
  const { fontFamily } = getComputedStyle(document.body);
  const known = new Map<string, number>();
  return (text, weight) => {
    const key = `${weight}${text}`;
    let width = known.get(key);
    if (width === undefined) {
      width = text.length * EM_PER_CHARACTER;
      if (context) {
        context.font = `${weight} ${PX}px ${fontFamily}`;
        width = context.measureText(text.replace(MARKS, '')).width / PX;
      }
      // Clocks and ages are new every minute, for months.
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(key, width);
    }
    return width;
  };
}

/** What TVs crop at each edge, in percent of the width or the height; `tokens.css` says it too. */
const SAFE_AREA = 5;

/**
 * Width and height of the stage in rem between its safe edges. All of it is 96 × 54 on a 16:9 screen,
 * 54 × 96 on an upright one, never less either way.
 */
export function stageSize(safeArea = SAFE_AREA): {
  readonly width: number;
  readonly height: number;
} {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 1;
  const part = (1 - safeArea / 50) / rem;
  return { width: innerWidth * part, height: innerHeight * part };
}
