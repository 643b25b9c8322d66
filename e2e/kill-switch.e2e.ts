import { copyFileSync, cpSync } from 'node:fs';
import path from 'node:path';

import { expect } from '@playwright/test';

import { ALFARABI, riyadh, test } from './hall.ts';
import { liveInSteps, untilAsked } from './live-in-steps.ts';

const AFTERNOON = riyadh('2026-11-23T14:10:20');
const HOUR = 3_600_000;
const SECOND = 1000;

// fault:C13 A released worker does harm, and no better one helps
// hallway: the wall goes on, after one reload
// technician: `kill-switch.js` in the place of `sw.js` removes it from every screen
test('the kill switch removes the worker and its files, and the wall goes on without', async ({
  hall,
}) => {
  test.slow();
  const app = path.join(hall.folder(), 'app');
  cpSync('dist/app', app, { recursive: true });
  const server = await hall.serve({ at: AFTERNOON, app });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at: AFTERNOON, server });
  const { page } = screen;
  await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
  await screen.live(2 * SECOND);

  copyFileSync(path.join(app, 'kill-switch.js'), path.join(app, 'sw.js'));
  await server.kill();
  await server.restart();
  let loads = 0;
  page.on('domcontentloaded', () => loads++);
  await screen.jumpTo(screen.now() + 7.6 * HOUR);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const registrations = await navigator.serviceWorker.getRegistrations();
        const names = await caches.keys();
        return [registrations.length, ...names.filter((name) => name.includes('shell'))];
      }),
    )
    .toEqual([0]);

  // Within two minutes, and no page twice.
  await liveInSteps(screen, 124 * SECOND);
  await expect.poll(() => loads).toBe(1);
  await screen.live(2 * SECOND);
  await expect(page.locator('.night')).toBeVisible();
  await liveInSteps(screen, 180 * SECOND);
  expect(loads).toBe(1);

  // The timetable is still there, and the page itself asks for the next one.
  screen.asked.length = 0;
  await untilAsked(screen);
  expect(screen.asked.map(({ byWorker }) => byWorker)).toEqual([false]);
  await screen.jumpTo(riyadh('2026-11-24T08:20:20'));
  await expect(page.locator('h1')).toHaveText('Period 2');
});
