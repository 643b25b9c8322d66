import { expect, test } from 'vitest';

import { grownBy, isAllFlat } from './growth.ts';
import type { Footprint } from './page-footprint.ts';

const FLAT: Footprint = {
  heap: 3e6,
  nodes: 77,
  listeners: 30,
  timers: 1,
  indexedDB: 1e6,
  caches: 1e6,
};

/** What has grown when the last three of four samples at either end are these, and one is flat. */
function notFlat(last: Partial<Footprint>, first: Partial<Footprint> = {}): readonly string[] {
  const three = (part: Partial<Footprint>) =>
    Array.from({ length: 3 }, () => ({ ...FLAT, ...part }));
  return namesOf([FLAT, ...three(first), FLAT, ...three(last)]);
}

function namesOf(footprints: readonly Footprint[]): readonly string[] {
  return grownBy(footprints).flatMap(({ what, isFlat }) => (isFlat ? [] : [what]));
}

test('what comes and goes has not grown, and what is kept has', () => {
  const high = { ...FLAT, heap: 4e6, listeners: 85 };
  expect(namesOf([FLAT, FLAT, FLAT, FLAT, FLAT, FLAT, FLAT, high])).toEqual([]);
  expect(notFlat({ listeners: 34 })).toEqual(['listeners']);
  expect(notFlat({ heap: 3.2e6 })).toEqual([]);
  expect(notFlat({ heap: 3.4e6 })).toEqual(['heap']);
  expect(notFlat({ timers: 2, nodes: 90 })).toEqual(['nodes', 'timers']);
});

test('the database may fill its log, and no more', () => {
  expect(notFlat({ indexedDB: 6e6 })).toEqual([]);
  expect(notFlat({ indexedDB: 9e6 })).toEqual(['indexedDB']);
});

test('what is not known at one end is not flat', () => {
  expect(notFlat({ heap: NaN })).toEqual(['heap']);
  expect(notFlat({}, { timers: NaN })).toEqual(['timers']);
  expect(notFlat({ indexedDB: 0 }, { caches: 0 })).toEqual(['indexedDB', 'caches']);
});

test('flat takes a sample at either end', () => {
  expect(isAllFlat(grownBy([]))).toBe(false);
  expect(isAllFlat(grownBy([FLAT]))).toBe(false);
  expect(isAllFlat(grownBy([FLAT, FLAT]))).toBe(true);
  expect(isAllFlat(grownBy([FLAT, { ...FLAT, nodes: 90 }]))).toBe(false);
});
