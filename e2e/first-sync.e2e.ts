import { expect } from '@playwright/test';

import { ALFARABI, riyadh, test } from './hall.ts';

const AT = riyadh('2026-11-23T07:20:00');

test('a new screen takes its timetable through the worker and shows the lesson', async ({
  hall,
}) => {
  const server = await hall.serve({ at: AT });
  await server.publish(ALFARABI);
  const link = await server.addScreen('alfarabi', { language: 'en', classes: ['1/1'] });
  const { page, asked, start } = await hall.open({ at: AT, server });

  await start(server.origin + link);

  await expect(page.locator('h1')).toHaveText('Period 1');
  await expect(page.locator('.row .sub')).toHaveText('Science');
  await expect(page.locator('.next')).toContainText('Period 2');
  // One for the pointer, one for the snapshot; the page itself has asked for nothing.
  expect(asked.map(({ route }) => route.replace(/[\w-]{22}$/, '*'))).toEqual([
    '/v1/screen',
    '/v1/snapshots/*',
  ]);
  expect(asked.map(({ byWorker }) => byWorker)).toEqual([true, true]);
});

test('the secret of a link leaves the address at once', async ({ hall }) => {
  const server = await hall.serve({ at: AT });
  await server.publish(ALFARABI);
  const link = await server.addScreen('alfarabi');
  const [, id, secret = ''] = link.split('.');
  const { page, load, live } = await hall.open({ at: AT, server });

  await load(server.origin + link);
  await live(1000);

  expect(page.url()).toBe(`${server.origin}/#${id}`);
  expect(await page.content()).not.toContain(secret);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
});

test('a screen of a school that has not published waits, and shows the first timetable', async ({
  hall,
}) => {
  const server = await hall.serve({ at: AT });
  const link = await server.addScreen('alfarabi', { language: 'en', classes: ['1/1'] });
  const { page, load, live } = await hall.open({ at: AT, server });

  await load(server.origin + link);
  await live(5000);
  await expect(page.locator('h1')).toHaveText('This screen is paired');

  await server.publish(ALFARABI);
  await live(60_000);
  await expect(page.locator('h1')).toHaveText('Period 1');
});
