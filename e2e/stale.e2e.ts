import { expect, type Page } from '@playwright/test';

import { ALFARABI, riyadh, test } from './hall.ts';
import { untilAsked } from './live-in-steps.ts';

const MINUTE = 60_000;

// fault:N07 Nobody confirms the timetable for ten minutes in school hours
// hallway: one quiet badge with the age; nothing else moves
// technician: since when, on the wall; it goes with the next answer
test('a wall says how old it is after ten minutes and three slots, and moves nothing for it', async ({
  hall,
}) => {
  const at = riyadh('2026-11-23T07:16:20');
  const server = await hall.serve({ at });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at, server });
  const { page } = screen;
  await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
  const pill = page.locator('.asof');
  await untilAsked(screen);
  const confirmedAt = screen.now();
  await server.kill();

  await screen.jumpTo(confirmedAt + 9.9 * MINUTE);
  await expect(pill).toHaveCount(0);
  const before = await places(page);
  expect(before.length).toBeGreaterThan(20);
  await screen.jumpTo(confirmedAt + 10.2 * MINUTE);
  await expect(pill).toHaveText(/^As of 7:16\s*10 min ago$/);
  expect(await places(page)).toEqual(before);
  await screen.jumpTo(confirmedAt + 40 * MINUTE);
  await expect(pill).toHaveText(/^As of 7:16\s*40 min ago$/);
  await expect(page.locator('h1')).toHaveText('Period 1');

  await server.restart();
  await untilAsked(screen);
  await expect(pill).toHaveCount(0);
});

// fault:N08 Nobody confirms it in the evening
// hallway: no badge until three slots of 15 minutes have passed
// technician: since when, on the wall
test('outside school hours, where a screen asks every 15 minutes, three slots are 45', async ({
  hall,
}) => {
  const at = riyadh('2026-11-23T14:00:20');
  const server = await hall.serve({ at });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at, server });
  const { page } = screen;
  await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
  await untilAsked(screen);
  const confirmedAt = screen.now();
  await server.kill();
  await screen.jumpTo(confirmedAt + 44 * MINUTE);
  await expect(page.locator('.asof')).toHaveCount(0);
  await screen.jumpTo(confirmedAt + 46 * MINUTE);
  await expect(page.locator('.asof')).toHaveText(/^As of 14:\d\d\s*4[56] min ago$/);
});

/** Where each text of the wall stands on its stage; the stage itself is shifted against burning in. */
function places(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const stage = document.querySelector('.stage')?.getBoundingClientRect();
    const texts = document.querySelectorAll('.clock, .who bdi, .hero *, .board *');
    return [...texts].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const place = [left - (stage?.left ?? 0), top - (stage?.top ?? 0), width, height];
      return `${element.className} ${place.map((number) => number.toFixed(1)).join(' ')}`;
    });
  });
}
