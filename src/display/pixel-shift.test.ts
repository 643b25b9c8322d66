import { expect, test } from 'vitest';

import { pixelShiftAt } from './pixel-shift.ts';

const MINUTE = 60_000;

test('the wall stands in eight places in turn, four minutes in each', () => {
  const places = Array.from({ length: 32 }, (_, minute) => pixelShiftAt(minute * MINUTE).transform);
  expect(new Set(places).size).toBe(8);
  const steps = places.filter((place, at) => at > 0 && place !== places[at - 1]);
  expect(steps).toHaveLength(7);
  expect(pixelShiftAt(32 * MINUTE).transform).toBe(places[0]);
});
