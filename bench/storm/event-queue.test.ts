import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { eventQueue } from './event-queue.ts';

test('events happen in the order of their instants, and of asking where these are equal', async () => {
  const instants = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(instants, async (all) => {
      const queue = eventQueue(0);
      const seen: (readonly [number, number])[] = [];
      all.forEach((at, order) => queue.at(at, () => void seen.push([queue.now(), order])));
      await queue.runUntil(21);
      const expected = all.map((at, order) => [at, order] as const);
      expect(seen).toEqual(expected.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
    }),
    runs(),
  );
});

test('what an event asks for happens too, and never before it', async () => {
  const queue = eventQueue(100);
  const seen: string[] = [];
  queue.at(110, () => {
    seen.push(`first at ${queue.now()}`);
    queue.at(90, () => void seen.push(`late at ${queue.now()}`));
    queue.at(130, () => void seen.push(`beyond at ${queue.now()}`));
  });
  queue.at(115, () => void seen.push(`second at ${queue.now()}`));
  await queue.runUntil(130);
  expect(seen).toEqual(['first at 110', 'late at 110', 'second at 115']);
  expect(queue.now()).toBe(130);
});

test('time stands still while an event waits for a promise', async () => {
  const queue = eventQueue(0);
  const seen: string[] = [];
  queue.at(1, async () => {
    await Promise.resolve();
    await Promise.resolve();
    seen.push(`waited at ${queue.now()}`);
  });
  queue.at(2, () => void seen.push('next'));
  await queue.runUntil(3);
  expect(seen).toEqual(['waited at 1', 'next']);
});
