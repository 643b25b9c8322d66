import { expect, test } from 'vitest';

import type { ScreenSettings } from '../contract/screen.ts';
import type { Text } from '../contract/text.ts';
import { dayKindOn } from '../timetable/bells.ts';
import { dateText } from '../timetable/civil.ts';
import { wallAt } from '../timetable/wall-at.ts';
import type { Entry, Wall } from '../timetable/wall.ts';
import { dayNumber } from './day-number.ts';
import { opened, slotsOf, snapshotOf } from './examples.fixture.ts';

/*
 * What the walls of the example schools show at chosen instants. What is expected was worked out by
 * hand from the documents.
 */

test.each([
  // The younger ones are at break from 09:15 to 09:45, the older ones from 09:30 to 09:55.
  ['2026-11-30T09:14:59+04:00', { 'Cycle 1': '3', 'Cycle 2': '3' }],
  ['2026-11-30T09:15:00+04:00', { 'Cycle 1': 'break', 'Cycle 2': '3' }],
  ['2026-11-30T09:30:00+04:00', { 'Cycle 1': 'break', 'Cycle 2': 'break' }],
  ['2026-11-30T09:45:00+04:00', { 'Cycle 1': '4', 'Cycle 2': 'break' }],
  ['2026-11-30T09:55:00+04:00', { 'Cycle 1': '4', 'Cycle 2': '4' }],
  ['2026-11-30T12:20:00+04:00', { 'Cycle 1': '7', 'Cycle 2': 'prayer' }],
  ['2026-11-30T12:45:00+04:00', { 'Cycle 1': 'after', 'Cycle 2': '7' }],
  // In Ramadan the older ones begin first.
  ['2027-02-10T08:10:00+04:00', { 'Cycle 1': 'before', 'Cycle 2': '1' }],
  ['2027-02-10T10:05:00+04:00', { 'Cycle 1': 'break', 'Cycle 2': '4' }],
  ['2027-02-11T12:20:00+04:00', { 'Cycle 1': 'after', 'Cycle 2': 'prayer' }],
  // Only the older ones have exams.
  ['2027-01-04T09:20:00+04:00', { 'Cycle 1': 'break', 'Cycle 2': 'exam' }],
  ['2027-01-04T10:30:00+04:00', { 'Cycle 1': '5', 'Cycle 2': 'after' }],
])('in the school of two stages, at %s: %o', (at, expected) => {
  expect(runningAt('wadi-alkhair.json', at)).toEqual(expected);
});

test('while one stage is at break, its classes show what they have next, and the others what they have now', () => {
  const at = '2026-11-30T09:20:00+04:00';
  expect(lessonsAt('wadi-alkhair.json', at, '1/1')).toEqual(['4 arabic hinai r11']);
  expect(lessonsAt('wadi-alkhair.json', at, '5/1')).toEqual(['3 islamic harthi r51']);
});

test('while one stage sits exams, the other is taught', () => {
  const at = '2027-01-04T08:30:00+04:00';
  expect(lessonsAt('wadi-alkhair.json', at, '1/1')).toEqual(['2 english zadjali r11']);
  expect(lessonsAt('wadi-alkhair.json', at, '5/1')).toEqual(['exam maths balushi r51']);
});

test.each([
  ['2027-02-08', { year: 1448, month: 8, date: 30 }],
  ['2027-02-09', { year: 1448, month: 9, date: 1 }],
])('at a school a day behind the Umm al-Qura calendar, %s is %o', (date, hijri) => {
  expect(wallOf('wadi-alkhair.json', `${date}T10:00:00+04:00`).hijri).toEqual(hijri);
});

test.each([
  // A lunch is at 11:30, B lunch at 12:00 in the middle of period 4, and C lunch at 12:35.
  ['2026-12-01T11:45:00-06:00', { 'A lunch': 'lunch', 'B lunch': '4', 'C lunch': '4' }],
  ['2026-12-01T12:02:00-06:00', { 'A lunch': 'gap', 'B lunch': 'lunch', 'C lunch': '4' }],
  ['2026-12-01T12:15:00-06:00', { 'A lunch': '4', 'B lunch': 'lunch', 'C lunch': '4' }],
  ['2026-12-01T12:40:00-06:00', { 'A lunch': '4', 'B lunch': '4b', 'C lunch': 'lunch' }],
  ['2026-12-01T13:30:00-06:00', { 'A lunch': '5', 'B lunch': '5', 'C lunch': '5' }],
  // On Wednesdays school begins at 9:30.
  ['2026-12-02T09:00:00-06:00', { 'A lunch': 'before', 'B lunch': 'before', 'C lunch': 'before' }],
  ['2026-12-02T12:28:00-06:00', { 'A lunch': 'lunch', 'B lunch': 'lunch', 'C lunch': '4' }],
  // Veterans Day is a Wednesday with an assembly at 1:25 PM.
  [
    '2026-11-11T08:05:00-06:00',
    { 'A lunch': 'advisory', 'B lunch': 'advisory', 'C lunch': 'advisory' },
  ],
  ['2026-11-11T11:20:00-06:00', { 'A lunch': 'lunch', 'B lunch': '4', 'C lunch': '4' }],
  ['2026-11-11T13:25:00-06:00', { 'A lunch': 'rally', 'B lunch': 'rally', 'C lunch': 'rally' }],
  // An early dismissal has no lunch; the same bells ring for all.
  ['2026-11-25T10:05:00-06:00', { 'A lunch': '4', 'B lunch': '4', 'C lunch': '4' }],
  ['2026-11-25T11:15:00-06:00', { 'A lunch': 'after', 'B lunch': 'after', 'C lunch': 'after' }],
  ['2027-01-14T10:05:00-06:00', { 'A lunch': 'closed', 'B lunch': 'closed', 'C lunch': 'closed' }],
  // In daylight-saving time the bells keep their place on the clock.
  ['2027-04-13T12:15:00-05:00', { 'A lunch': '4', 'B lunch': 'lunch', 'C lunch': '4' }],
])('in the school with lunch waves, at %s: %o', (at, expected) => {
  expect(runningAt('cedar-ridge.json', at)).toEqual(expected);
});

test('a wall of all lunch waves has a column for each when they differ, and one when they do not', () => {
  expect(columnsAt('2026-12-01T12:15:00-06:00')).toEqual([[0], [1], [2]]);
  expect(columnsAt('2026-12-01T09:00:00-06:00')).toEqual([[0, 1, 2]]);
});

test('a class whose lunch divides a period has the same lesson in both halves, and the same substitute', () => {
  // Tuesday 1 December is a Day 2.
  expect(lessonsAt('cedar-ridge.json', '2026-12-01T11:45:00-06:00', '10B')).toEqual([
    '4 chemistry patel room-203 cover',
  ]);
  expect(lessonsAt('cedar-ridge.json', '2026-12-01T12:15:00-06:00', '10B')).toEqual([
    '4b chemistry patel room-203 cover',
  ]);
  expect(lessonsAt('cedar-ridge.json', '2026-12-01T12:40:00-06:00', '10B')).toEqual([
    '4b chemistry patel room-203 cover',
  ]);
  const second = lessonsOfWaveB('4b');
  const days = new Set(second.map(({ day }) => day));
  expect(second.length).toBeGreaterThan(150);
  expect(second).toEqual(lessonsOfWaveB('4').filter(({ day }) => days.has(day)));
});

test.each([
  ['2026-09-08', '1'],
  ['2026-09-15', '6'],
  ['2026-09-16', '1'],
  // 54 school days before it: 17 in September, 20 in October, 17 in November.
  ['2026-11-30', '1'],
  // 14 more in December, and 8 in January.
  ['2027-01-13', '5'],
  ['2027-01-14', undefined],
  // It snowed on what would have been Day 6; the printed calendar goes on with Day 1.
  ['2027-01-15', '1'],
  // Finals use up days like any others, but the second semester begins with Day 1.
  ['2027-01-22', '5'],
  ['2027-01-25', '1'],
  ['2027-02-02', '1'],
  ['2027-02-03', undefined],
  // After this snow day the rotation has waited.
  ['2027-02-04', '2'],
])('the rotation of six days: %s is Day %s', (date, expected) => {
  const { school, snapshot } = opened('cedar-ridge.json');
  const { cycleDay } = dayKindOn(snapshot, dayNumber(date)) ?? {};
  const found = cycleDay === undefined ? undefined : school.calendar.cycle?.days[cycleDay]?.id;
  expect(found).toBe(expected);
});

// fault:T15 The clocks change during a lesson, forward or back
// hallway: the lesson that is on, by the bells of the evening that began before
// technician: nothing to do
test.each([
  // Summer time, winter time, and the night on which the clock goes from 24:00 to 01:00.
  ['2026-10-28T23:50:00+03:00', '6 of 2026-10-28'],
  ['2026-10-29T00:10:00+03:00', '6 of 2026-10-28'],
  // For an hour after the last bell, the night is over; then the next evening is to come.
  ['2026-10-29T00:25:00+03:00', 'after'],
  ['2026-10-29T01:24:59+03:00', 'after'],
  ['2026-10-29T01:25:00+03:00', 'before'],
  ['2026-11-02T00:10:00+02:00', '6 of 2026-11-01'],
  ['2027-04-29T00:10:00+02:00', '6 of 2027-04-28'],
  ['2027-04-29T23:44:59+02:00', 'gap'],
  ['2027-04-29T23:59:59+02:00', '6 of 2027-04-29'],
  ['2027-04-30T01:00:00+03:00', '6 of 2027-04-29'],
  ['2027-04-30T01:24:59+03:00', '6 of 2027-04-29'],
  ['2027-04-30T01:25:00+03:00', 'after'],
  ['2027-04-30T02:25:00+03:00', 'closed'],
  // Into a holiday.
  ['2027-05-03T00:10:00+03:00', '6 of 2027-05-02'],
  // In Ramadan two periods end after midnight.
  ['2027-02-11T00:20:00+02:00', '5 of 2027-02-10'],
  ['2027-02-11T00:32:00+02:00', 'gap'],
  ['2027-02-11T01:09:59+02:00', '6 of 2027-02-10'],
])('in the evening school, at %s: %s', (at, expected) => {
  expect(nightAt(at)).toBe(expected);
});

// fault:T16 An hour comes twice on one night
// hallway: its bells ring once
// technician: nothing to do
test('on the night on which an hour comes twice, its bells ring once', () => {
  // The night is short: the last period is from 23:05 to 23:40, and the clock goes back at 24:00.
  expect(nightAt('2026-10-29T23:30:00+03:00')).toBe('6 of 2026-10-29');
  expect(nightAt('2026-10-29T23:40:00+03:00')).toBe('after');
  expect(nightAt('2026-10-29T23:30:00+02:00')).toBe('after');
});

test('after midnight the evening school shows the lessons and the duties of the night that began before', () => {
  const at = '2027-04-30T01:10:00+03:00';
  expect(lessonsAt('nile-evening.json', at, '3/1')).toEqual(['6 physics hegazy r301']);
  const { snapshot } = opened('nile-evening.json');
  const { duties, civil } = wallOf('nile-evening.json', at);
  expect(dateText(civil.day)).toBe('2027-04-30');
  expect(duties.flatMap(({ t }) => t.map((one) => snapshot.teachers[one]?.id))).toEqual([
    'naguib',
    'khalil',
    'gaber',
  ]);
});

test.each([
  ['north', '9/1', '9/10'],
  ['east', '10/1', '10/10'],
  ['west', '11/1', '11/10'],
  ['south', '12/1', '12/10'],
])('the %s wing of the large school is from %s to %s', (wing, first, last) => {
  const at = '2026-11-30T08:10:00+03:00';
  const classes = classesShown(wallOf('alhadaba.json', at, { wing }));
  expect(classes).toHaveLength(10);
  expect([classes[0], classes[9]]).toEqual([first, last]);
  expect(classesShown(wallOf('alhadaba.json', at))).toHaveLength(40);
});

test('two groups of a class change places every week', () => {
  // The 14th and the 15th week after that of 23 August, which is an A.
  expect(groupsOnMonday('2026-11-30')).toEqual([
    '2 digital husseini digital-2 1',
    '2 vocational nawaiseh vocational-1 2',
  ]);
  expect(groupsOnMonday('2026-12-07')).toEqual([
    '2 vocational nawaiseh vocational-1 1',
    '2 digital husseini digital-2 2',
  ]);
});

test('the large school makes up for a stormy Thursday on a Saturday', () => {
  const { school } = opened('alhadaba.json');
  const { lessons } = school;
  const slots = slotsOf(snapshotOf({ ...school, substitutions: [] }));
  const on = (date: string) =>
    slots.filter(({ day }) => day === dayNumber(date)).map(({ key, rows }) => ({ key, rows }));
  expect(lessons.filter(({ weekday }) => weekday === 'sat')).toEqual([]);
  expect(on('2026-11-19')).toEqual([]);
  expect(on('2026-12-05')).toHaveLength(7);
  // In the same week, so that the groups are the same.
  expect(on('2026-12-05')).toEqual(on('2026-12-03'));
});

test('a lesson that moves to another day is seen on both', () => {
  expect(lessonsAt('alhadaba.json', '2026-12-03T13:30:00+03:00', '11/2')).toEqual([
    '7 maths faouri r302 moved',
  ]);
  expect(lessonsAt('alhadaba.json', '2026-12-07T14:30:00+03:00', '11/2')).toEqual([
    '8 maths faouri r302 added',
  ]);
});

test('while a laboratory is repaired, its lessons are in the class’s own room', () => {
  expect(lessonsAt('alhadaba.json', '2026-11-30T09:00:00+03:00', '11/2')).toEqual([
    '2 chemistry jazi r302 room',
  ]);
});

test.each([
  ['2026-10-13T09:59:59+03:00', undefined],
  ['2026-10-13T10:00:00+03:00', 'Evacuation drill'],
  ['2026-10-13T10:19:59+03:00', 'Evacuation drill'],
  ['2026-10-13T10:20:00+03:00', undefined],
  ['2026-11-30T10:10:00+03:00', undefined],
])('the drill took over the walls of the large school for twenty minutes: %s, %s', (at, title) => {
  expect(wallOf('alhadaba.json', at).alert?.title['en']).toBe(title);
});

function wallOf(file: string, at: string, settings: Partial<ScreenSettings> = {}): Wall {
  const { school, snapshot } = opened(file);
  const screen = { id: 'one', school: school.id, name: 'Hall', phase: 0, ...settings };
  return wallAt(snapshot, screen, Date.parse(at));
}

function columnsAt(at: string): readonly (readonly number[])[] {
  return wallOf('cedar-ridge.json', at).heroes.map(({ tracks }) => tracks);
}

/** What the classes with B lunch do in a period, by day. */
function lessonsOfWaveB(key: string) {
  return opened('cedar-ridge.json')
    .slots.filter((slot) => slot.track === 1 && slot.key === key)
    .map(({ day, rows }) => ({ day, rows }));
}

/** What class 9/1 does in period 2, with its groups. */
function groupsOnMonday(date: string): readonly string[] {
  const at = `${date}T09:00:00+03:00`;
  return lessonsAt('alhadaba.json', at, '9/1', ({ group }) => group);
}

/** By name of the track: key of the period that is running, else what kind of time it is. */
function runningAt(file: string, at: string): Readonly<Record<string, string>> {
  const { snapshot } = opened(file);
  return Object.fromEntries(
    wallOf(file, at).heroes.flatMap(({ tracks, current, kind }) =>
      tracks.map((track) => [
        englishOf(snapshot.tracks[track]?.name),
        current.map(({ key }) => key).join() || kind,
      ]),
    ),
  );
}

function englishOf(text: Text = {}): string {
  return text['en'] ?? text['en-US'] ?? '';
}

/** What is on in the evening school, and to which service date it belongs. */
function nightAt(at: string): string {
  const { heroes } = wallOf('nile-evening.json', at);
  const texts = heroes.map(
    ({ kind, current }) =>
      current.map(({ key, day }) => `${key} of ${dateText(day)}`).join() || kind,
  );
  return texts.join();
}

/** `period subject teachers rooms mark` of each lesson on the board in the row of a class. */
function lessonsAt(
  file: string,
  at: string,
  classId: string,
  last: (entry: Entry) => string | undefined = ({ mark }) => mark,
): readonly string[] {
  const { school, snapshot } = opened(file);
  const { board } = wallOf(file, at);
  const rows = 'rows' in board ? board.rows : [];
  return rows
    .filter((row) => school.classes[row.class]?.id === classId)
    .flatMap(({ cells }) => cells)
    .flatMap(({ period, entries }) =>
      entries.map((entry) =>
        [
          period?.key,
          entry.subject === undefined ? undefined : snapshot.subjects[entry.subject]?.id,
          ...entry.teachers.map((one) => snapshot.teachers[one]?.id),
          ...entry.rooms.map((one) => snapshot.rooms[one]?.id),
          last(entry),
        ]
          .filter((one) => one !== undefined)
          .join(' '),
      ),
    );
}

function classesShown({ board }: Wall): readonly (string | undefined)[] {
  const { snapshot } = opened('alhadaba.json');
  const rows = 'rows' in board ? board.rows : [];
  return rows.map((row) => snapshot.classes[row.class]?.id);
}
