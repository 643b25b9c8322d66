import { expect, test } from 'vitest';

import { grownBy } from './growth.ts';
import type { Footprint } from './page-footprint.ts';

const FLAT: Footprint = {
  heap: 3e6,
  nodes: 77,
  listeners: 30,
  timers: 1,
  indexedDB: 1e6,
  caches: 1e6,
};

function grown(last: Partial<Footprint>): readonly string[] {
  const all = [FLAT, { ...FLAT, listeners: 85 }, FLAT, { ...FLAT, ...last }];
  return grownBy(all).flatMap(({ what, isGrown }) => (isGrown ? [what] : []));
}

test('what comes and goes has not grown, and what is kept has', () => {
  expect(grown({ listeners: 85 })).toEqual([]);
  expect(grown({ heap: 3.2e6 })).toEqual([]);
  expect(grown({ heap: 3.4e6 })).toEqual(['heap']);
  expect(grown({ timers: 2, nodes: 90 })).toEqual(['nodes', 'timers']);
});

test('the database may fill its log, and no more', () => {
  expect(grown({ indexedDB: 6e6 })).toEqual([]);
  expect(grown({ indexedDB: 9e6 })).toEqual(['indexedDB']);
});

test('without samples nothing is known', () => {
  expect(grownBy([FLAT])).toEqual([]);
});
