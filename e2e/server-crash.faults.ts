import { expect } from '@playwright/test';

import { ALFARABI, riyadh, test } from './hall.ts';
import { served } from './served.ts';

const MOMENTS = 20;

// fault:P01 The server is killed at any moment of a publish
// hallway: the old timetable or the new one, whole
// technician: a publish that was accepted is never lost; the count of the generation shows which it
// is
test('a server that is killed in the middle of a publication serves the old or the new one, whole', async ({
  hall,
}) => {
  test.slow();
  const at = riyadh('2026-11-23T07:20:00');
  const server = await hall.serve({ at });
  await server.publish(edition(0));
  const link = await server.addScreen('alfarabi', { language: 'en' });

  const began = performance.now();
  await server.publish(edition(1));
  const usualMs = performance.now() - began;

  let before = await served(server, link);
  expect(before.edition).toBe(1);
  const kept: boolean[] = [];
  for (let moment = 0; moment < MOMENTS; moment++) {
    const next = moment + 2;
    const accepted = server.publish(edition(next)).then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => setTimeout(resolve, (usualMs * 1.5 * moment) / MOMENTS));
    await server.kill();
    const wasAccepted = await accepted;
    await server.restart();

    const after = await served(server, link);
    expect([before.edition, next]).toContain(after.edition);
    // What was accepted is never lost.
    if (wasAccepted) expect(after.edition).toBe(next);
    const isNew = after.edition === next;
    expect(after.count).toBe(before.count + (isNew ? 1 : 0));
    kept.push(!isNew);
    before = after;
  }
  // The moments were well chosen if both came out.
  expect(new Set(kept)).toEqual(new Set([true, false]));

  const { page, start } = await hall.open({ at, server });
  await start(server.origin + link);
  await expect(page.locator('.school')).toHaveText(`Edition ${before.edition}`);
});

function edition(count: number) {
  return { ...ALFARABI, name: { ar: `طبعة ${count}`, en: `Edition ${count}` } };
}
