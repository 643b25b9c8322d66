import { expect, test } from 'vitest';

import type { SchoolInput } from '../contract/school.ts';
import { dateText } from '../timetable/civil.ts';
import { calendarOf } from './calendar.ts';
import { dayNumber } from './day-number.ts';
import { makeSchool, makeSchoolInput } from './school.fixture.ts';

type CalendarInput = SchoolInput['calendar'];

function dayOf(date: string, calendar: Partial<CalendarInput>, rest: Partial<SchoolInput> = {}) {
  const school = makeSchool({
    ...rest,
    calendar: { ...makeSchoolInput().calendar, ...calendar },
  });
  return calendarOf(school)(dayNumber(date));
}

const NOON_TO_NOON = { from: '2026-11-22', through: '2026-11-26' };

test.each([
  ['the week', '2026-11-23', {}, 'regular'],
  ['the week on a Friday', '2026-11-27', {}, null],
  [
    'a season, on the weekdays that it has',
    '2026-11-23',
    { seasons: [{ ...NOON_TO_NOON, week: { mon: 'short' } }] },
    'short',
  ],
  [
    'a season, on the weekdays that it leaves out',
    '2026-11-24',
    { seasons: [{ ...NOON_TO_NOON, week: { mon: 'short' } }] },
    null,
  ],
  [
    'the last of two seasons',
    '2026-11-23',
    {
      seasons: [
        { ...NOON_TO_NOON, week: { mon: null } },
        { ...NOON_TO_NOON, week: { mon: 'short' } },
      ],
    },
    'short',
  ],
  ['an explicit day', '2026-11-27', { days: { '2026-11-27': 'short' } }, 'short'],
  [
    'an exception over an explicit day',
    '2026-11-23',
    {
      days: { '2026-11-23': 'short' },
      exceptions: [{ from: '2026-11-23', bellSchedule: null }],
    },
    null,
  ],
  [
    'the last exception that matches',
    '2026-11-23',
    {
      exceptions: [
        { ...NOON_TO_NOON, bellSchedule: null },
        { from: '2026-11-23', bellSchedule: 'short' },
      ],
    },
    'short',
  ],
  [
    'an exception on its weekdays only',
    '2026-11-23',
    { exceptions: [{ ...NOON_TO_NOON, bellSchedule: 'short', weekdays: ['tue'] as const }] },
    'regular',
  ],
  [
    'an exception on its last date',
    '2026-11-26',
    { exceptions: [{ ...NOON_TO_NOON, bellSchedule: 'short' }] },
    'short',
  ],
] as const)('%s decides the bells', (_, date, calendar, schedule) => {
  expect(dayOf(date, calendar).schedules).toEqual([schedule]);
});

test('an exception for one track leaves the others alone, and its label too', () => {
  const day = dayOf(
    '2026-11-23',
    {
      exceptions: [
        { from: '2026-11-23', bellSchedule: null, tracks: ['b'], label: { en: 'Trip' } },
      ],
    },
    {
      tracks: [
        { id: 'a', name: { en: 'A' } },
        { id: 'b', name: { en: 'B' } },
      ],
    },
  );
  expect(day.schedules).toEqual(['regular', null]);
  expect(day.labels).toEqual([null, { en: 'Trip' }]);
});

const AB = {
  days: [
    { id: 'A', bellSchedule: 'regular' },
    { id: 'B', bellSchedule: 'short' },
  ],
  counts: 'schoolDays',
  anchor: '2026-11-22',
} as const;

function cycleDays(calendar: Partial<CalendarInput>, from: string, count: number) {
  const school = makeSchool({ calendar: { ...makeSchoolInput().calendar, ...calendar } });
  const dayOn = calendarOf(school);
  return Array.from(
    { length: count },
    (_, step) => dayOn(dayNumber(from) + step).cycleDay ?? '-',
  ).join('');
}

test.each([
  ['counts school days only', {}, '01010--10101--0'],
  [
    'slides over a holiday',
    { exceptions: [{ from: '2026-11-24', bellSchedule: null }] },
    '01-01--01010--1',
  ],
  [
    'does not slide over a short day',
    { exceptions: [{ from: '2026-11-24', bellSchedule: 'short' }] },
    '01010--10101--0',
  ],
  [
    'slides over a day whose bells are an empty list',
    { exceptions: [{ from: '2026-11-24', bellSchedule: 'none' }] },
    '01-01--01010--1',
  ],
  [
    'starts again where it is told to',
    { cycle: { ...AB, resets: [{ date: '2026-11-25', day: 'A' }] } },
    '01001--01010--1',
  ],
] as const)('a rotation %s', (_, calendar, expected) => {
  expect(cycleDays({ cycle: AB, ...calendar }, '2026-11-22', 15)).toBe(expected);
});

test('a rotation that counts weekdays uses up a holiday', () => {
  const calendar = {
    cycle: { ...AB, counts: 'weekdays' as const },
    exceptions: [{ from: '2026-11-24', bellSchedule: null }],
  };
  expect(cycleDays(calendar, '2026-11-22', 7)).toBe('01-10--');
});

test('a rotation by calendar weeks turns on the first day of the week', () => {
  const calendar = { cycle: { ...AB, counts: 'calendarWeeks' as const } };
  expect(cycleDays(calendar, '2026-11-15', 21)).toBe('11111--00000--11111--');
});

test('a rotation runs backwards before its anchor', () => {
  expect(cycleDays({ cycle: AB }, '2026-11-15', 8)).toBe('10101--0');
});

test('the rotation rings the bells of its day', () => {
  expect(dayOf('2026-11-23', { cycle: AB }).schedules).toEqual(['short']);
});

test('a make-up Saturday teaches the lessons of the weekday it names', () => {
  const exceptions = [
    { from: '2026-11-28', bellSchedule: 'regular', lessonsOf: { weekday: 'mon' as const } },
  ];
  expect(dayOf('2026-11-28', { exceptions })).toMatchObject({ schedules: ['regular'], weekday: 1 });
});

test('week letters alternate by calendar week, whatever bells ring', () => {
  const weekLetters = { letters: ['A', 'B'], anchor: '2026-11-22' };
  expect(dayOf('2026-11-28', { weekLetters }).letter).toBe('A');
  expect(dayOf('2026-11-29', { weekLetters }).letter).toBe('B');
  expect(dayOf('2026-11-21', { weekLetters }).letter).toBe('B');
});

test('a week without school keeps its letter for the next, if the school says so', () => {
  const weekLetters = { letters: ['A', 'B'], anchor: '2026-11-22', skipClosedWeeks: true };
  const exceptions = [{ from: '2026-11-29', through: '2026-12-05', bellSchedule: null }];
  expect(dayOf('2026-12-06', { weekLetters, exceptions }).letter).toBe('B');
});

test('a letter given for a date wins', () => {
  const weekLetters = { letters: ['A', 'B'], anchor: '2026-11-22', days: { '2026-11-24': 'B' } };
  expect(dayOf('2026-11-24', { weekLetters }).letter).toBe('B');
});

test('asking for dates in any order gives the same days', () => {
  const school = makeSchool({ calendar: { ...makeSchoolInput().calendar, cycle: AB } });
  const dates = Array.from({ length: 60 }, (_, step) => dayNumber('2026-10-01') + step);
  const forward = calendarOf(school);
  const backward = calendarOf(school);
  const expected = dates.map((day) => [dateText(day), forward(day)]);
  const found = dates
    .slice()
    .reverse()
    .map((day) => [dateText(day), backward(day)])
    .reverse();
  expect(found).toEqual(expected);
});
