import { expect, test } from 'vitest';

import { quantile } from './quantile.ts';

test('a quantile is one of the values, in whatever order they come', () => {
  const values = [5, 1, 4, 2, 3];
  expect(quantile(values, 0)).toBe(1);
  expect(quantile(values, 0.5)).toBe(3);
  expect(quantile(values, 0.95)).toBe(4);
  expect(quantile(values, 1)).toBe(5);
  expect(values).toEqual([5, 1, 4, 2, 3]);
});

test('there is no quantile of nothing', () => {
  expect(quantile([], 0.5)).toBeNaN();
});
