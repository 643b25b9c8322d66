import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { dueQueue } from './due-queue.ts';

/** An instant to put something at; `undefined`: something is taken out. */
const steps = fc.array(fc.option(fc.integer({ min: 0, max: 30 }), { freq: 3, nil: undefined }), {
  maxLength: 200,
});

test('dueQueue() gives out what a sorted list would, whenever it is asked', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const queue = dueQueue<number>();
      const list: { readonly at: number; readonly item: number }[] = [];
      for (const [item, step] of all.entries()) {
        if (step === undefined) {
          expect(queue.take()).toBe(list.shift()?.item);
        } else {
          queue.put(step, item);
          list.push({ at: step, item });
          list.sort((a, b) => a.at - b.at);
        }
        expect(queue.firstAt()).toBe(list[0]?.at ?? Infinity);
      }
    }),
    runs(),
  );
});

test('dueQueue() outgrows the room that it began with', () => {
  const queue = dueQueue<number>();
  const items = Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 5_000);
  for (const item of items) queue.put(item, item);
  expect(items.map(() => queue.take())).toEqual([...items].sort((a, b) => a - b));
  expect(queue.take()).toBeUndefined();
});
