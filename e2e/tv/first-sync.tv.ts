import { expect } from '@playwright/test';

import { riyadh } from '../hall.ts';
import { lessonOf } from '../lesson-of.ts';
import { test } from './tv-test.ts';
import { headingOf, textOf } from './wall.ts';

test('a new screen takes its timetable and shows the lesson', async ({ hall }) => {
  const { tv, gateway } = await hall.begin({ at: riyadh('2026-11-23T07:20:45') });

  // The first answer sets the clock of a TV whose own says something else.
  await expect.poll(() => headingOf(tv)).toBe('Period 1');
  expect(await textOf(tv, '.clock')).toMatch(/^7:2[01]$/);
  expect(await textOf(tv, '.row .sub')).toMatch(lessonOf('mon', '1'));
  expect(await textOf(tv, '.next')).toContain('Period 2');
  expect(gateway.asked.map((route) => route.replace(/[\w-]{22}$/, '*'))).toEqual([
    '/v1/screen',
    '/v1/snapshots/*',
  ]);
});
