import { expect, type Page } from '@playwright/test';

import { begin } from './begin.ts';
import { riyadh, test } from './hall.ts';
import { lessonOf } from './lesson-of.ts';
import { NIGHT_SCHOOL } from './night-school.ts';
import { IN_HOURS_MS, slotsOf } from './slots.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

// fault:N04 No network for fourteen midnights
// hallway: the new day at 0:00:00, each time
// technician: no request around midnight, and one in each of the screen’s slots
test('fourteen midnights without network each bring their own day at 0:00:00', async ({ hall }) => {
  const { server, screen, phase } = await begin(hall, {
    at: riyadh('2026-11-21T23:50:00'),
    school: NIGHT_SCHOOL,
  });
  const { page, asked, jumpTo, live } = screen;
  await server.kill();
  const before = asked.length;

  for (let night = 0; night < 14; night++) {
    const midnight = riyadh('2026-11-22T00:00:00') + night * DAY_MS;
    // A slot lived through, so that a wall that asks at all is seen to.
    await jumpTo(midnight - 24_000);
    await live(3000);
    await jumpTo(midnight - 5000);
    await expectEvening(page, midnight - DAY_MS);
    const askedBefore = asked.length;
    await live(4000);
    await expectEvening(page, midnight - DAY_MS);
    await live(1000);
    await expectMorning(page, midnight);
    await live(5000);
    await expectMorning(page, midnight);
    expect(asked.length - askedBefore, 'requests around midnight').toBe(0);
  }

  const slots = slotsOf(asked.slice(before), phase, IN_HOURS_MS);
  expect(slots).not.toContain(-1);
  // Ten of the nights lie before a school day, and in its hours for asking.
  expect(slots).toHaveLength(10);
  expect(new Set(slots).size).toBe(10);
});

// fault:T27 The hours before school look like those after it
// hallway: the clock alone at night; “Good morning” and the day’s lessons from 5:30 on
// technician: nothing to do
test('the wall of a day school shows the clock alone at midnight and the new day at 5:30', async ({
  hall,
}) => {
  const { server, screen } = await begin(hall, { at: riyadh('2026-11-22T13:00:00') });
  const { page, jumpTo, live } = screen;
  await server.kill();
  const clock = page.locator('.night h1');

  await jumpTo(riyadh('2026-11-22T23:59:59'));
  await expect(clock).toHaveText('23:59');
  await live(1000);
  await expect(clock).toHaveText('0:00');
  await jumpTo(riyadh('2026-11-23T05:29:59'));
  await expect(clock).toHaveText('5:29');
  await live(1000);
  await expect(page.locator('h1')).toHaveText('Good morning');
  await expect(page.locator('.who')).toContainText('Monday 23 November');
  await expect(page.locator('.row .sub')).toHaveText(lessonOf('mon', '1'));
});

/** A second before the end of a day: it is over, or there was none. */
async function expectEvening(page: Page, day: number): Promise<void> {
  const weekday = weekdayOf(day);
  // The next bell is far, and nobody is expected.
  if (weekday === 'thu' || weekday === 'fri')
    return expect(page.locator('.night h1')).toHaveText('23:59');
  const heading = weekday === 'sat' ? 'Weekend' : 'School is over';
  await expect(page.locator('h1')).toHaveText(heading);
  await expect(page.locator('.who')).toContainText(dateOf(day));
  // The board has the next school day's lessons.
  const next = weekdayOf(day + DAY_MS);
  await expect(page.locator('.matrix .cell').first()).toHaveText(lessonOf(next, '1'));
}

/** The first second of a day: its plan, or that there is none. */
async function expectMorning(page: Page, day: number): Promise<void> {
  const weekday = weekdayOf(day);
  if (weekday === 'fri' || weekday === 'sat') {
    return expect(page.locator('.night h1')).toHaveText('0:00');
  }
  await expect(page.locator('h1')).toHaveText('Good morning');
  await expect(page.locator('.who')).toContainText(dateOf(day));
  await expect(page.locator('.next')).toContainText('Assembly');
  await expect(page.locator('.row .sub')).toHaveText(lessonOf(weekday, '1'));
}

function weekdayOf(midnight: number): string {
  const noon = new Date(midnight + DAY_MS / 2);
  return WEEKDAYS[noon.getUTCDay()] ?? '';
}

function dateOf(midnight: number): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const text = new Intl.DateTimeFormat('en-GB', options).format(midnight + DAY_MS / 2);
  return text.replace(',', '');
}
