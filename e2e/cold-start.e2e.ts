import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { riyadh, test } from './hall.ts';
import { lessonOf } from './lesson-of.ts';

// fault:N01 The page is loaded again while the server is dead
// hallway: the lesson of now
// technician: the page comes from the worker, not from the network
test('a screen that is reloaded while the server is dead shows the lesson of now', async ({
  hall,
}) => {
  const { server, gateway, screen } = await begin(hall, { at: riyadh('2026-11-23T07:20:00') });
  const { page, jumpTo } = screen;
  await server.kill();
  await gateway.close();

  await jumpTo(riyadh('2026-11-23T10:20:00'));
  const response = await page.reload();

  expect(response?.fromServiceWorker()).toBe(true);
  await expect(page.locator('h1')).toHaveText('Period 4');
  await expect(page.locator('.row .sub')).toHaveText(lessonOf('mon', '4'));
});

// fault:N02 The TV is switched on days later, and there is no network
// hallway: the lesson of now, of today’s date, and how old the timetable is
// technician: “As of” and the day of the last answer, on the wall itself
test('a TV that is switched on days later, without any network, shows the lesson of now', async ({
  hall,
}) => {
  const begun = await begin(hall, { at: riyadh('2026-11-23T07:20:00') });
  await begun.server.kill();
  await begun.gateway.close();
  await begun.screen.quit();

  const { page } = await hall.open({
    at: riyadh('2026-11-25T09:10:00'),
    profile: begun.profile,
  });
  // As a TV's start page would: without the secret, and without the screen's id.
  const response = await page.goto(begun.gateway.origin);

  expect(response?.fromServiceWorker()).toBe(true);
  await expect(page.locator('h1')).toHaveText('Period 3');
  await expect(page.locator('.row .sub')).toHaveText(lessonOf('wed', '3'));
  await expect(page.locator('.who')).toContainText('Wednesday 25 November');
  await expect(page.getByRole('status')).toContainText('As of Mon 23 Nov');
});
