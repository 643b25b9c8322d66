import path from 'node:path';

import { expect } from '@playwright/test';

import { ALFARABI, riyadh, test } from './hall.ts';
import { untilAsked } from './live-in-steps.ts';
import { makeBuild } from './make-build.ts';

const MORNING = riyadh('2026-11-23T07:20:20');
const SECOND = 1000;

// fault:N30 The school has no certificate: plain http, and so no worker
// hallway: the wall, over an outage and midnight as long as the page stays open
// technician: “none here; the page asks by itself” in the diagnostics
test('a wall opened by plain http works without a worker', async ({ hall }) => {
  // Without its database a screen knows of no later time than that of its build.
  const app = path.join(hall.folder(), 'app');
  makeBuild(app, 'summer', { builtAt: '2026-08-01T00:00:00Z' });
  const server = await hall.serve({ at: MORNING, app });
  await server.publish(ALFARABI);
  const gateway = await hall.front(server);
  const origin = gateway.origin.replace('127.0.0.1', 'hall.test');
  const profile = hall.folder();
  const device = {
    profile,
    args: ['--host-resolver-rules=MAP hall.test 127.0.0.1'],
    tolerates: /^The Cross-Origin-Opener-Policy header has been ignored/,
  };
  const first = await hall.open({ at: MORNING, server, ...device });
  const { page } = first;
  await first.start(origin + (await server.addScreen('alfarabi', { language: 'en' })));
  await expect(page.locator('h1')).toHaveText('Period 1');
  expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([
    false,
    false,
  ]);
  expect(await page.evaluate(() => Object.keys(localStorage).length)).toBeGreaterThan(0);

  // The page asks in its slots.
  first.asked.length = 0;
  await untilAsked(first);
  expect(first.asked).toMatchObject([{ route: '/v1/screen', byWorker: false }]);
  await page.keyboard.press('d');
  await expect(page.locator('.diag')).toContainText('none here; the page asks by itself');
  await page.keyboard.press('Escape');

  // Without the endpoint it goes on, over midnight.
  await server.kill();
  await first.jumpTo(riyadh('2026-11-23T08:01:30'));
  await expect(page.locator('h1')).toHaveText('Move to Period 2');
  await first.jumpTo(riyadh('2026-11-23T23:59:58'));
  await first.live(3 * SECOND);
  await expect(page.locator('.night h1')).toHaveText('0:00');
  await first.jumpTo(riyadh('2026-11-24T07:30:20'));
  await expect(page.locator('.who')).toContainText('Tuesday 24 November');
  await expect(page.locator('h1')).toHaveText('Period 1');

  // What is stored outlives the browser and a database that is lost: the page comes from the
  // network, and its timetable from the device.
  await page.evaluate(() => indexedDB.deleteDatabase('riwaq'));
  await first.quit();
  await server.restart();
  gateway.setWeather({ kind: 'reset' });
  const second = await hall.open({
    at: riyadh('2026-11-24T08:10:20'),
    server,
    ...device,
  });
  await second.start(origin);
  await expect(second.page.locator('h1')).toHaveText('Period 2');
  gateway.setWeather({ kind: 'fair' });
  await untilAsked(second);
  await expect(second.page.locator('.asof')).toHaveCount(0);
});
