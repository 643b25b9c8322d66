import { encode } from 'uqr';

export type QrPath = {
  /** Width and height of the drawing, in modules. */
  readonly size: number;
  /** The dark modules, as the `d` of an SVG path: a stretch of each line at a time. */
  readonly path: string;
};

/** What ISO/IEC 18004 wants kept light on each side. */
const QUIET = 4;

/**
 * A text as a QR code that survives 15 % of damage (`M`), a reflection on the glass or a fingerprint,
 * or 7 % (`L`), for a long text whose modules would be too small otherwise.
 */
export function qrPath(text: string, ecc: 'L' | 'M'): QrPath {
  const { data, size } = encode(text, { ecc, border: 0 });
  const path = data.map((row, y) => rowPath(row, y + QUIET)).join('');
  return { size: size + 2 * QUIET, path };
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    const from = x;
    while (row[x + 1] === true) x++;
    path += `M${from + QUIET} ${y}h${x + 1 - from}v1h${from - x - 1}z`;
  }
  return path;
}
