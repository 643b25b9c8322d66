import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import type { Weather } from './gateway.ts';
import { riyadh, test } from './hall.ts';
import { lessonOf } from './lesson-of.ts';
import { NIGHT_SCHOOL } from './night-school.ts';
import { IN_HOURS_MS, slotsOf } from './slots.ts';

const MIDNIGHT = riyadh('2026-11-23T00:00:00');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** The third screen of an endpoint asks 51 s into each minute: its request spans midnight. */
const OTHERS = 2;

type Network = {
  readonly name: string;
  /** From half a minute before midnight to half a minute after. */
  readonly weather: Weather;
  /** Which of the three slots from the last before midnight are asked in. */
  readonly asks: readonly number[];
};

const NETWORKS: readonly Network[] = [
  { name: 'answers', weather: { kind: 'fair' }, asks: [0, 1, 2] },
  { name: 'hangs', weather: { kind: 'hang' }, asks: [0, 1, 2] },
  { name: 'says 503', weather: { kind: 'answer', status: 503 }, asks: [0, 1, 2] },
  {
    name: 'says 503 and when to come back',
    weather: { kind: 'answer', status: 503, headers: { 'retry-after': '90' } },
    asks: [0, 2],
  },
  { name: 'resets connections', weather: { kind: 'reset' }, asks: [0, 1, 2] },
];

for (const { name, weather, asks } of NETWORKS) {
  // fault:N05 The endpoint hangs, resets, or says 503 at midnight
  // hallway: the new day at 0:00:00 all the same
  // technician: the slots that were missed; no request more than in any other minute
  test(`midnight with an endpoint that ${name}: the new day on time, and no request more`, async ({
    hall,
  }) => {
    const { gateway, screen, phase } = await begin(hall, {
      at: MIDNIGHT - 5 * MINUTE,
      school: NIGHT_SCHOOL,
      others: OTHERS,
    });
    const { page, asked, jumpTo, live } = screen;
    await jumpTo(MIDNIGHT - MINUTE - 12 * SECOND);
    await live(12 * SECOND);
    const before = asked.length;
    expect(before).toBeGreaterThan(2);

    await live(30 * SECOND);
    gateway.setWeather(weather);
    await live(29 * SECOND);
    await expect(page.locator('h1')).toHaveText('School is over');
    await live(SECOND);
    await expect(page.locator('h1')).toHaveText('Good morning');
    await expect(page.locator('.who')).toContainText('Monday 23 November');
    await expect(page.locator('.row .sub')).toHaveText(lessonOf('mon', '1'));
    await live(30 * SECOND);
    gateway.setWeather({ kind: 'fair' });
    await live(90 * SECOND);

    const slots = slotsOf(asked.slice(before), phase, IN_HOURS_MS);
    const last = Math.floor(MIDNIGHT / IN_HOURS_MS - phase);
    expect(slots.map((slot) => slot - last)).toEqual(asks);
    await expect(page.locator('.row .sub')).toHaveText(lessonOf('mon', '1'));
  });
}
