import { expect, test } from 'vitest';

import { compareGenerations } from './generation.ts';

test('generations are compared as two numbers, not as text', () => {
  expect(compareGenerations('1.10', '1.9')).toBeGreaterThan(0);
  expect(compareGenerations('2.1', '10.0')).toBeLessThan(0);
  expect(compareGenerations('3.4', '3.4')).toBe(0);
});
