import path from 'node:path';

import { expect } from '@playwright/test';

import { ALFARABI, riyadh, test } from './hall.ts';
import { liveInSteps, untilAsked } from './live-in-steps.ts';
import { makeBuild } from './make-build.ts';

const MORNING = riyadh('2026-11-23T07:20:20');
const SECOND = 1000;

// fault:C10 The worker runs and never answers
// hallway: the wall, with the page’s own requests in its slots
// technician: “silent; the page asks by itself” in the diagnostics
test('the page of a worker that never answers asks by itself, in its slots, and says so', async ({
  hall,
}) => {
  const app = path.join(hall.folder(), 'app');
  makeBuild(app, 'deaf', {
    worker: (worker) =>
      `const listen = self.addEventListener.bind(self);
       self.addEventListener = (type, ...rest) => type !== 'message' && listen(type, ...rest);
       ${worker}`,
  });
  const server = await hall.serve({ at: MORNING, app });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at: MORNING, server });
  const { page } = screen;
  await screen.load(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
  await liveInSteps(screen, 16 * SECOND);
  await expect(page.getByText('This screen is paired')).toBeVisible();
  expect(screen.asked).toEqual([]);

  // After 20 s it gives up on its worker; with nothing stored it is in a hurry.
  await untilAsked(screen);
  await expect(page.locator('h1')).toHaveText('Period 1');
  expect(screen.now() - MORNING).toBeLessThan(40 * SECOND);
  expect(screen.asked.map(({ route }) => route)).toContain('/v1/screen');
  expect(screen.asked.every(({ byWorker }) => !byWorker)).toBe(true);

  screen.asked.length = 0;
  await untilAsked(screen);
  await untilAsked(screen);
  expect(screen.asked.map(({ route, byWorker }) => ({ route, byWorker }))).toEqual([
    { route: '/v1/screen', byWorker: false },
    { route: '/v1/screen', byWorker: false },
  ]);
  const [first, second] = screen.asked;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(56 * SECOND);

  await page.keyboard.press('d');
  await expect(page.locator('.diag')).toContainText('silent; the page asks by itself');
});

// fault:C11 The browser stops the worker between two slots
// hallway: no change
// technician: the next request is the worker’s again
test('a worker that is stopped between two knocks starts again and asks', async ({ hall }) => {
  const server = await hall.serve({ at: MORNING });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at: MORNING, server });
  const { page, context } = screen;
  await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  screen.asked.length = 0;
  await untilAsked(screen);
  expect(screen.asked).toMatchObject([{ route: '/v1/screen', byWorker: true }]);
});
