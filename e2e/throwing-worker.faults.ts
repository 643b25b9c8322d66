import path from 'node:path';

import { expect } from '@playwright/test';

import { ALFARABI, riyadh, test } from './hall.ts';
import { untilAsked } from './live-in-steps.ts';
import { makeBuild } from './make-build.ts';

const MORNING = riyadh('2026-11-23T07:20:20');
const HOUR = 3_600_000;
const BROKEN = 'broken worker';

// fault:C25 A release whose worker throws as soon as it is started
// hallway: the build before, with or without a network
// technician: the build before in the page’s head; the next good release is taken
test('a build whose worker throws at its start is not taken, and the next one is', async ({
  hall,
}) => {
  const app = path.join(hall.folder(), 'app');
  makeBuild(app, 'first');
  const server = await hall.serve({ at: MORNING, app });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at: MORNING, server, tolerates: new RegExp(BROKEN) });
  const { page } = screen;
  await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
  const states = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return [registration?.active?.state, registration?.waiting?.state];
    });

  const release = async (name: string, worker?: string) => {
    await server.kill();
    makeBuild(app, name, { worker: (text) => `${worker ?? ''}\n${text}` });
    await server.restart();
    // It looks every six hours, give or take a quarter.
    await screen.jumpTo(screen.now() + 7.6 * HOUR);
    await screen.live(2000);
  };
  await release('second', `throw new Error('${BROKEN}');`);
  expect(await states()).toEqual(['activated', undefined]);
  await server.kill();
  await page.reload();
  await screen.live(2000);
  await expect(page.locator('.clock, .night h1')).toHaveText(/^14:5\d$/);
  await expect(page.locator('meta[name="riwaq-build"]')).toHaveAttribute('content', 'first');

  await server.restart();
  await release('third');
  await expect.poll(states).toEqual(['activated', 'installed']);
});

// fault:C26 A worker throws whenever its page says something to it
// hallway: the wall, with the page’s own requests in its slots
// technician: “silent; the page asks by itself” in the diagnostics
test('the page of a worker that throws asks by itself, and says so', async ({ hall }) => {
  const app = path.join(hall.folder(), 'app');
  makeBuild(app, 'thrower', {
    worker: (text) =>
      `self.addEventListener('message', (event) => {
         event.stopImmediatePropagation();
         throw new Error('${BROKEN}');
       });
       ${text}`,
  });
  const server = await hall.serve({ at: MORNING, app });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at: MORNING, server, tolerates: new RegExp(BROKEN) });
  const { page } = screen;
  await screen.load(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
  await untilAsked(screen);
  await expect(page.locator('h1')).toHaveText('Period 1');
  expect(screen.asked.every(({ byWorker }) => !byWorker)).toBe(true);
  await page.keyboard.press('d');
  await expect(page.locator('.diag')).toContainText('silent; the page asks by itself');
});
