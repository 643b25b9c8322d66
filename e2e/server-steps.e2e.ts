import { expect } from '@playwright/test';

import { ALFARABI, riyadh, test } from './hall.ts';
import { served } from './served.ts';

const AT = riyadh('2026-11-23T07:20:00');

/** What `e2e/die-at.js` can be told, in order, and which edition is there afterwards. */
const STEPS = [
  ['read', 'old'],
  ['compiled', 'old'],
  ['pressing', 'old'],
  ['pressed', 'old'],
  ['begun', 'old'],
  ['INSERT INTO snapshots', 'old'],
  ['INSERT INTO documents', 'old'],
  ['UPDATE schools', 'old'],
  ['INSERT INTO publications', 'old'],
  ['committing', 'old'],
  ['committed', 'new'],
  ['in memory', 'new'],
  ['answered', 'new'],
] as const;

// fault:P38 The server is killed at a step of a publish, each of them in turn
// hallway: the old timetable up to the commit, the new one after it, whole
// technician: nothing to do: a publish that was accepted is there, and one that was not may be sent again
test('a server that is killed at any step of a publication is whole, and publishes again', async ({
  hall,
}) => {
  test.slow();
  const server = await hall.serve({ at: AT });
  await server.publish(edition(0));
  const link = await server.addScreen('alfarabi', { language: 'en' });
  let count = 1;
  for (const [step, left] of STEPS) {
    await test.step(step, async () => {
      const before = await served(server, link);
      await server.kill();
      await server.restart(step);
      const accepted = server.publish(edition(count)).then(
        () => true,
        () => false,
      );
      expect(await server.ended(), `${step} is reached`).toBe('SIGKILL');
      const wasAccepted = await accepted;
      await server.restart();
      const after = await served(server, link);
      expect(after, step).toEqual(
        left === 'old' ? before : { edition: count, count: before.count + 1 },
      );
      if (wasAccepted) expect(after.edition).toBe(count);

      // An office whose publish has failed sends it again.
      await server.publish(edition(count));
      expect(await served(server, link), step).toEqual({ edition: count, count: before.count + 1 });
      count++;
    });
  }
});

test('a server that is killed in the first publication of a school knows the others, and publishes it again', async ({
  hall,
}) => {
  const server = await hall.serve({ at: AT });
  await server.publish(edition(0));
  const link = await server.addScreen('alfarabi', { language: 'en' });
  const before = await served(server, link);
  await server.kill();
  await server.restart('INSERT OR IGNORE INTO schools');
  const another = { ...ALFARABI, id: 'another' };
  const publishing = expect(server.publish(another)).rejects.toThrow();
  expect(await server.ended()).toBe('SIGKILL');
  await publishing;
  await server.restart();
  expect(await served(server, link)).toEqual(before);
  expect((await server.publish(another)).generation).toMatch(/\.1$/);
});

function edition(count: number) {
  return { ...ALFARABI, name: { ar: `طبعة ${count}`, en: `Edition ${count}` } };
}
