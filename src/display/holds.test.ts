import fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { beginDrawing, holdsFor, stepsIn, stillHolds } from './holds.ts';

test('what is drawn holds until the first of the moments that its parts have named', () => {
  beginDrawing(10_000);
  holdsFor(3000);
  holdsFor(5000);
  expect([9999, 10_000, 12_999, 13_000].map(stillHolds)).toEqual([false, true, true, false]);
});

test('what does not know for how long it holds is drawn again at once', () => {
  beginDrawing(10_000);
  holdsFor(3000);
  holdsFor(0);
  expect(stillHolds(10_000)).toBe(false);
});

test('what follows no time holds, and what is drawn anew begins anew', () => {
  beginDrawing(10_000);
  holdsFor(0);
  beginDrawing(11_000);
  expect(stillHolds(11_000 + 24 * 3_600_000)).toBe(true);
});

test('steps hold exactly until there is one more, whether time goes up or what is left goes down', () => {
  const ms = fc.integer({ min: -1e9, max: 1e9 });
  fc.assert(
    fc.property(ms, fc.integer({ min: 1, max: 240_000 }), (from, step) => {
      beginDrawing(0);
      const steps = stepsIn(from, step);
      let last = 0;
      for (let bit = 2 ** 18; bit >= 1; bit /= 2) if (stillHolds(last + bit)) last += bit;
      expect(Math.floor((from + last) / step)).toBe(steps);
      expect(Math.floor((from + last + 1) / step)).toBe(steps + 1);
    }),
    runs(200),
  );
});
