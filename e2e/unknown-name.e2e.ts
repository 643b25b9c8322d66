import { expect } from '@playwright/test';

import { diagnosticsSay } from './diagnostics.ts';
import { ALFARABI, riyadh, test } from './hall.ts';
import { lessonOf } from './lesson-of.ts';
import { untilAsked } from './live-in-steps.ts';

/** A name that browsers take for this machine, and so for one that may have workers. */
const NAME = 'hall.localhost';

// fault:N49 The server’s name is not found any more
// hallway: the lesson of now
// technician: the failed requests, one in each slot
test('a TV whose network does not know the server’s name shows the lesson of now', async ({
  hall,
}) => {
  const server = await hall.serve({ at: riyadh('2026-11-23T07:20:00') });
  await server.publish(ALFARABI);
  const link = await server.addScreen('alfarabi', { language: 'en', classes: ['1/1'] });
  const origin = server.origin.replace('127.0.0.1', NAME);
  const profile = hall.folder();
  const before = await hall.open({ at: riyadh('2026-11-23T07:20:00'), server, profile });
  await before.start(origin + link);
  await before.quit();

  // The server is there, and would answer.
  const at = riyadh('2026-11-23T10:20:00');
  const args = [`--host-resolver-rules=MAP ${NAME} ~NOTFOUND`];
  const screen = await hall.open({ at, server, profile, args });
  const { page } = screen;
  await page.goto(origin);
  await expect(page.locator('h1')).toHaveText('Period 4');
  await expect(page.locator('.row .sub')).toHaveText(lessonOf('mon', '4'));
  await untilAsked(screen);
  expect(await diagnosticsSay(page, 'Last trouble')).toMatch(/Failed to fetch/);
  expect(Number(await diagnosticsSay(page, 'Failed in a row'))).toBeGreaterThan(0);
});
