import { expect, test } from 'vitest';

import { dwellOf, turnAt } from './turns.ts';

test('a short notice stays eight seconds, a long one half a second a word and three to look up', () => {
  expect(dwellOf('Library closed')).toBe(8000);
  expect(dwellOf('one two three four five six seven eight nine ten eleven twelve')).toBe(9000);
});

test('everything takes its turn for as long as it stays, and then it begins again', () => {
  const dwells = [8000, 9000, 8000];
  const at = (second: number) => turnAt(dwells, second * 1000);
  expect([0, 7, 8, 16, 17, 24, 25].map(at)).toEqual([0, 0, 1, 1, 2, 2, 0]);
});

test('with nothing to show, the first of nothing is on', () => {
  expect(turnAt([], 12_345)).toBe(0);
});
