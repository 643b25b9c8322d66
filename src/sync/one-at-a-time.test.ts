import { expect, test } from 'vitest';

import { oneAtATime } from './one-at-a-time.ts';

test('work for one screen is done one after another, for two at once, and a failure holds up nobody', async () => {
  const inTurn = oneAtATime();
  const log: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      await Promise.resolve();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const results = await Promise.all([
    inTurn('hall', work('first', true)).catch(() => 'failed'),
    inTurn('hall', work('second')),
    inTurn('stairs', work('other')),
  ]);
  expect(results).toEqual(['failed', 'second', 'other']);
  expect(log.indexOf('second begins')).toBeGreaterThan(log.indexOf('first ends'));
  expect(log.indexOf('other begins')).toBeLessThan(log.indexOf('first ends'));
});
