import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';

import { qrPath } from './qr-path.ts';

/** Device pixels of a module, as on a small TV. */
const SCALE = 8;

/** What a camera sees of the path: an image of greys, drawn by the path's own commands. */
function drawn({ size, path }: { readonly size: number; readonly path: string }) {
  const width = size * SCALE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++) {
      const from = (row * width + Number(x) * SCALE) * 4;
      for (let at = from; at < from + Number(length) * SCALE * 4; at++) {
        if (at % 4 !== 3) data[at] = 12;
      }
    }
  }
  return { width, height: width, data };
}

test.each([
  'Riwaq 482 917 361 at hall.example',
  'Riwaq 000 000 000 at stundenplan.albert-schweitzer-gymnasium.example:8443',
])('a phone reads «%s» from the path', (text) => {
  expect(decodeQR(drawn(qrPath(text, 'M')))).toBe(text);
});

test('a phone reads a text of 900 bytes in two scripts', () => {
  const text = 'ممر الصف الثامن, 12 ms\n'.repeat(40).slice(0, 570);
  expect(new TextEncoder().encode(text).length).toBeGreaterThan(890);
  expect(decodeQR(drawn(qrPath(text, 'L')))).toBe(text);
});

test('four modules on each side stay light', () => {
  const { size, path } = qrPath('Riwaq 482 917 361 at hall.example', 'M');
  const stretches = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((one) => one.map(Number));
  for (const [, x = NaN, y = NaN, length = NaN] of stretches) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
    expect(Math.max(x + length, y + 1)).toBeLessThanOrEqual(size - 4);
  }
});
