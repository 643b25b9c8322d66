import { expect } from '@playwright/test';

import { riyadh } from '../hall.ts';
import { lessonOf } from '../lesson-of.ts';
import { type Begun, test, type TvHall } from './tv-test.ts';
import type { Tv } from './tv.ts';
import { headingOf, isControlled, seenLongAgo, textOf } from './wall.ts';

/** Shortly before Period 2: what is shown after the bell has not been seen before. */
const BEFORE_THE_BELL = riyadh('2026-11-23T08:04:35');
const BELL_TIMEOUT_MS = 90_000;

test('a reload while the server is dead shows the lesson of now', async ({ hall }) => {
  const { tv, cutOff } = await beginBeforeTheBell(hall);
  await cutOff();
  // The bell rings on a wall that is cut off, too.
  await untilPeriod2(tv);

  await tv.reload();

  await untilPeriod2(tv);
  expect(await textOf(tv, '.row .sub')).toMatch(lessonOf('mon', '2'));
});

test('a TV that is switched on without a server shows the lesson of now', async ({ hall }) => {
  const { tv, gateway, profile, cutOff } = await beginBeforeTheBell(hall);
  await cutOff();
  // A device that has never been off before is not trusted where its clock may have stood still.
  await seenLongAgo(tv);
  await tv.unplug();

  const again = await hall.switchOn(profile);
  // As a TV's start page would: without the secret, and without the screen's id.
  await again.open(gateway.origin);

  await untilPeriod2(again);
  expect(await textOf(again, '.row .sub')).toMatch(lessonOf('mon', '2'));
  expect(await textOf(again, '.who')).toContain('Monday 23 November');
});

async function beginBeforeTheBell(hall: TvHall): Promise<Begun> {
  const begun = await hall.begin({ at: BEFORE_THE_BELL });
  await expect.poll(() => isControlled(begun.tv)).toBe(true);
  return begun;
}

function untilPeriod2(tv: Tv): Promise<void> {
  return expect.poll(() => headingOf(tv), { timeout: BELL_TIMEOUT_MS }).toBe('Period 2');
}
