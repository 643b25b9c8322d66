import { expect } from '@playwright/test';

import { riyadh } from '../hall.ts';
import { lessonOf } from '../lesson-of.ts';
import { NIGHT_SCHOOL } from '../night-school.ts';
import { test } from './tv-test.ts';
import { headingOf, isControlled, textOf } from './wall.ts';

const MIDNIGHT = riyadh('2026-11-23T00:00:00');
const EVENING = 'School is over';
const MORNING = 'Good morning';
const LOOK_MS = 100;
/** How late a look may see the new day: it is taken by a busy machine. */
const LATE_MS = 3_000;
const EARLY_MS = 500;

test('midnight without a server brings the new day at 0:00:00', async ({ hall }) => {
  // Its slots are 37 s into each minute: the last one before midnight is seen, too.
  const at = riyadh('2026-11-22T23:59:20');
  const { tv, clock, server, gateway } = await hall.begin({ at, school: NIGHT_SCHOOL });
  await expect.poll(() => isControlled(tv)).toBe(true);
  await server.kill();
  expect(clock.now()).toBeLessThan(MIDNIGHT - 5_000);
  await expect.poll(() => headingOf(tv)).toBe(EVENING);
  expect(await textOf(tv, '.who')).toContain('Sunday 22 November');
  while (clock.now() < MIDNIGHT - 5_000) await pass(LOOK_MS);
  const asked = gateway.asked.length;

  let heading = EVENING;
  let seenAt = clock.now();
  while (heading !== MORNING && clock.now() < MIDNIGHT + LATE_MS) {
    await pass(LOOK_MS);
    heading = await headingOf(tv);
    seenAt = clock.now();
    expect([EVENING, MORNING]).toContain(heading);
  }

  expect(heading).toBe(MORNING);
  expect(seenAt).toBeGreaterThan(MIDNIGHT - EARLY_MS);
  expect(await textOf(tv, '.who')).toContain('Monday 23 November');
  expect(await textOf(tv, '.row .sub')).toMatch(lessonOf('mon', '1'));
  await pass(LATE_MS);
  expect(gateway.asked.slice(asked), 'requests around midnight').toEqual([]);
});

function pass(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
