import { expect } from '@playwright/test';

import { riyadh, test } from './hall.ts';
import { untilAsked } from './live-in-steps.ts';
import { withFirstLesson } from './with-first-lesson.ts';

const AT = riyadh('2026-11-23T07:20:00');
const DAY_MS = 86_400_000;

// fault:P35 The server’s clock steps a day ahead, and back
// hallway: the day that the server says, from the next poll until two polls after it is right again
// technician: “Off by” in the diagnostics of every screen; publishing goes on, as generations do not
// go by the clock. Let a time service keep the server’s clock
test('walls follow a server’s clock that steps, and each publication all the same', async ({
  hall,
}) => {
  const server = await hall.serve({ at: AT });
  await server.publish(withFirstLesson('arabic'));
  let aheadMs = 0;
  const stepping = { ...server, setClock: (now: number) => server.setClock(now + aheadMs) };
  const screen = await hall.open({ at: AT, server: stepping });
  const settings = { language: 'en', classes: ['1/1'] };
  await screen.start(server.origin + (await server.addScreen('alfarabi', settings)));
  const { page } = screen;
  const date = page.locator('.who');
  const lesson = page.locator('.row .sub');
  await expect(date).toContainText('Monday 23 November');
  await expect(lesson).toHaveText('Arabic');

  aheadMs = DAY_MS;
  await untilAsked(screen);
  await expect(date).toContainText('Tuesday 24 November');
  const ahead = await server.publish(withFirstLesson('english'));

  aheadMs = 0;
  await untilAsked(screen);
  await untilAsked(screen);
  await screen.live(2000);
  await expect(date).toContainText('Monday 23 November');
  await expect(lesson).toHaveText('English');
  const behind = await server.publish(withFirstLesson('art'));
  await untilAsked(screen);
  await expect(lesson).toHaveText('Art');
  expect([ahead, behind].map(({ generation }) => generation.split('.')[1])).toEqual(['2', '3']);
});
