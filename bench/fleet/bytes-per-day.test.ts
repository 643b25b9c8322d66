import { expect, test } from 'vitest';

import { bytesPerDay, pollsPerDay } from './bytes-per-day.ts';

const HOUR = 3_600_000;
const MIDNIGHT = Date.parse('2026-09-06T00:00:00+03:00');

function polling(from: number, until: number) {
  const isInHours = (instant: number) => instant >= from && instant < until;
  return { phase: 0.3, inHoursMs: 60_000, offHoursMs: 900_000, isInHours };
}

test('a day without school is polled every quarter of an hour', () => {
  expect(pollsPerDay(polling(0, 0), MIDNIGHT)).toBe(96);
});

test('six school hours are polled every minute, and the rest as ever', () => {
  const hours = polling(MIDNIGHT + 7 * HOUR, MIDNIGHT + 13 * HOUR);
  expect(pollsPerDay(hours, MIDNIGHT)).toBe(6 * 60 + 18 * 4);
});

test('a publication costs its own bytes in place of an unchanged exchange', () => {
  const day = { polls: 100, publications: 2, unchangedBytes: 10, changedBytes: 1_000 };
  expect(bytesPerDay(day)).toBe(98 * 10 + 2 * 1_000);
});
