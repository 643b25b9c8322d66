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
