import { expect, test } from 'vitest';

import { isMissed, lineOf } from './row.ts';

const ROW = { scenario: 'cold', name: 'right after', value: 900, unit: 'ms' };

test('a figure without a target is never missed', () => {
  expect(isMissed(ROW)).toBe(false);
});

test('a target is missed from above, from below, and by a figure that could not be taken', () => {
  expect(isMissed({ ...ROW, most: 900 })).toBe(false);
  expect(isMissed({ ...ROW, most: 899 })).toBe(true);
  expect(isMissed({ ...ROW, least: 901 })).toBe(true);
  expect(isMissed({ ...ROW, value: NaN, most: 1 })).toBe(true);
});

test('a line says what the old service took, and whether the target is met', () => {
  expect(lineOf({ ...ROW, old: 184.7, most: 1000 })).toMatch(
    /^ {2}right after +900 ms +old: 185 +met ≤ 1000$/,
  );
  expect(lineOf({ ...ROW, most: 1 })).toMatch(/MISSED ≤ 1$/);
});
