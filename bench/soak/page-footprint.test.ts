import { expect, test } from 'vitest';

import { footprintFrom } from './page-footprint.ts';

const METRICS = { JSHeapUsedSize: 3e6, Nodes: 77, JSEventListeners: 30 };
const TOLD = {
  metrics: metricsOf(METRICS),
  usage: { indexedDB: 2e5, caches: 1e6 },
  timers: 1,
};

function metricsOf(values: Readonly<Record<string, number>>) {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

test('every figure has its place', () => {
  expect(footprintFrom(TOLD)).toEqual({
    heap: 3e6,
    nodes: 77,
    listeners: 30,
    timers: 1,
    indexedDB: 2e5,
    caches: 1e6,
  });
});

test('a figure that is left out is an error, and is not taken for nothing', () => {
  const { Nodes, ...others } = METRICS;
  expect(() => footprintFrom({ ...TOLD, metrics: metricsOf(others) })).toThrow(
    'nodes is undefined',
  );
  expect(() => footprintFrom({ ...TOLD, timers: undefined })).toThrow('timers is undefined');
  expect(() => footprintFrom({ ...TOLD, usage: undefined })).toThrow('indexedDB is undefined');
  expect(() => footprintFrom({ ...TOLD, usage: { indexedDB: Nodes } })).toThrow(
    'caches is undefined',
  );
  expect(() => footprintFrom({ ...TOLD, usage: { indexedDB: 0, caches: 1 } })).toThrow(
    'indexedDB is 0',
  );
});
