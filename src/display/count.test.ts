import { expect, test } from 'vitest';

import { countOf } from './count.ts';

const MINUTE = 60_000;

test('minutes are rounded up: from 11:01 to 12:00 the wall says 12', () => {
  expect(countOf(11 * MINUTE + 1000)).toEqual({ value: 12, unit: 'minutes' });
  expect(countOf(12 * MINUTE)).toEqual({ value: 12, unit: 'minutes' });
});

test('in the last minute seconds are counted', () => {
  expect(countOf(MINUTE + 1)).toEqual({ value: 2, unit: 'minutes' });
  expect(countOf(MINUTE - 1000)).toEqual({ value: 59, unit: 'seconds' });
  expect(countOf(1)).toEqual({ value: 1, unit: 'seconds' });
});

test('a wall never shows a zero', () => {
  expect(countOf(0)).toBeUndefined();
  expect(countOf(-1)).toBeUndefined();
});
