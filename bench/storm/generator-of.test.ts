import { expect, test } from 'vitest';

import { generatorOf } from './generator-of.ts';

const thrown = (seed: number, name: string, count: number) => {
  const random = generatorOf(seed, name);
  return Array.from({ length: count }, random);
};

test('an entity throws the same in every run, and another with another seed or name', () => {
  expect(thrown(1, 'screen 7', 20)).toEqual(thrown(1, 'screen 7', 20));
  expect(thrown(1, 'screen 7', 20)).not.toEqual(thrown(2, 'screen 7', 20));
  expect(thrown(1, 'screen 7', 20)).not.toEqual(thrown(1, 'screen 8', 20));
});

test('what it throws in the first place is spread evenly over entities, as over time', () => {
  const firsts = Array.from({ length: 20_000 }, (_, n) => generatorOf(1, `screen ${n}`)());
  for (const values of [firsts, thrown(1, 'one', 20_000)]) {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const value of values) {
      const tenth = Math.floor(value * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // 2,000 each, give or take five standard deviations.
    expect(Math.min(...tenths)).toBeGreaterThan(1_785);
    expect(Math.max(...tenths)).toBeLessThan(2_215);
  }
});
