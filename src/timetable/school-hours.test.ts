import { expect, test } from 'vitest';

import { periodsOn } from './bells.ts';
import { inHoursAt } from './school-hours.ts';
import { makeSnapshot, SUNDAY, SUNDAY_MIDNIGHT } from './snapshot.fixture.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const at = (hour: number, minute: number) => SUNDAY_MIDNIGHT + hour * HOUR + minute * MINUTE;

test('school hours begin 30 minutes before the first bell and end with the last', () => {
  const snapshot = makeSnapshot();
  expect(inHoursAt(snapshot, at(6, 45) - 1)).toBe(false);
  expect(inHoursAt(snapshot, at(6, 45))).toBe(true);
  expect(inHoursAt(snapshot, at(9, 55) - 1)).toBe(true);
  expect(inHoursAt(snapshot, at(9, 55))).toBe(false);
});

test('hours go by the bells that ring: of all tracks, past midnight, by a bell clock that is ahead', () => {
  const { school } = makeSnapshot();
  const snapshot = makeSnapshot({
    school: { ...school, bellOffsetMs: 3 * MINUTE },
    tracks: [
      { id: 'day', name: { en: 'Day' } },
      { id: 'night', name: { en: 'Night' } },
    ],
    bells: [
      [{ key: '1', kind: 'lesson', start: 8 * 3600, end: 9 * 3600 }],
      [{ key: '1', kind: 'lesson', start: 23 * 3600, end: 25 * 3600 }],
    ],
    bellSchedules: [{ id: 'regular', name: { en: 'Regular' }, bells: [0, 1] }],
    dayKinds: [
      { schedules: [0, 0], weekday: 0 },
      { schedules: [null, null], weekday: 1 },
    ],
    days: Array.from({ length: 14 }, (_, day) => (day === 3 ? 0 : 1)),
    usual: undefined,
  });
  for (let instant = SUNDAY_MIDNIGHT; instant < SUNDAY_MIDNIGHT + 168 * HOUR; instant += MINUTE) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((day) => SUNDAY + day);
    const isIn = days.some((day) => {
      const periods = [0, 1].flatMap((track) => periodsOn(snapshot, track, day));
      const starts = periods.map(({ start }) => start - 30 * MINUTE);
      const ends = periods.map(({ end }) => end);
      return Math.min(...starts) <= instant && instant < Math.max(...ends);
    });
    expect(inHoursAt(snapshot, instant)).toBe(isIn);
  }
});
