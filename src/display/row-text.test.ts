import { expect, test } from 'vitest';

import type { Snapshot } from '../contract/snapshot.ts';
import { makeSnapshot, SUNDAY, SUNDAY_MIDNIGHT } from '../timetable/snapshot.fixture.ts';
import { wallAt } from '../timetable/wall-at.ts';
import { rowText } from './row-text.ts';
import { makeVoice } from './voice.fixture.ts';

const SCREEN = { id: 's', school: 'fixture', name: '', phase: 0 };
const PERIOD_2 = SUNDAY_MIDNIGHT + (8 * 60 + 10) * 60_000;

/** What the board says of class 1/1, by default in period 2. */
function rowOf(overrides: Partial<Snapshot>, instant = PERIOD_2) {
  const snapshot = makeSnapshot(overrides);
  const wall = wallAt(snapshot, SCREEN, instant);
  if (!('rows' in wall.board)) throw new Error('No lesson is on');
  const [row] = wall.board.rows;
  const [cell] = row?.cells ?? [];
  if (row === undefined || cell === undefined) throw new Error('The board is empty');
  return rowText(makeVoice(snapshot, 'en'), wall, row, cell);
}

const on = { date: SUNDAY, c: 0, p: '2' } as const;

test('a regular lesson shows its subject, teacher and room', () => {
  expect(rowOf({})).toMatchObject({
    name: '1/1',
    look: 'plain',
    subjects: ['Science', 'Science'],
    teachers: ['Teacher 1', 'Teacher 1', 'T. 1'],
    rooms: ['Room 1', 'Room 1'],
  });
});

test('a covered lesson names who teaches it, and nobody else', () => {
  const row = rowOf({ changes: [{ ...on, kind: 'replace', t: [1] }] });
  expect(row).toMatchObject({ look: 'alt', word: 'Cover', isStruck: false });
  expect(row.teachers[0]).toBe('Teacher 2');
  expect(JSON.stringify(row)).not.toContain('Teacher 1');
});

test('a cancelled lesson is struck out and says that there is no class', () => {
  const row = rowOf({ changes: [{ ...on, kind: 'cancel' }] });
  expect(row).toMatchObject({ look: 'alt', isStruck: true, teachers: ['No class'] });
});

test('a moved lesson is struck out and says where it went', () => {
  const changes = [{ ...on, kind: 'cancel' as const, moved: { date: SUNDAY + 1, p: '3' } }];
  const { isStruck, teachers } = rowOf({ changes });
  expect(isStruck).toBe(true);
  expect(teachers[0]?.replace(/[\u2066-\u2069]/g, '')).toBe('Moved to Period 3 · Monday');
});

test('a lesson in another room points out the room', () => {
  const row = rowOf({ changes: [{ ...on, kind: 'replace', r: [1] }] });
  expect(row).toMatchObject({ word: 'Change', isRoomChanged: true, rooms: ['Room 2', 'Room 2'] });
});

test('two groups at once are shown together', () => {
  const { lessons } = makeSnapshot();
  const row = rowOf({
    lessons: lessons.concat({ c: 0, d: 0, p: '2', s: 1, t: [1], r: [1], g: 'B' }),
  });
  expect(row).toMatchObject({ subjects: ['Science / Mathematics', 'Science / Mathematics'] });
  expect(row.isSeveral).toBe(true);
});

test('a class without a lesson has no class', () => {
  const { lessons } = makeSnapshot();
  const row = rowOf({ lessons: lessons.filter(({ c }) => c !== 0) });
  expect(row).toMatchObject({ look: 'free', subjects: ['No class', 'No class'] });
});

test.each(['Mr', 'Mme', 'Dr.'])('the title %s is left out before names are', (title) => {
  const teachers = [
    { id: 't1', name: { en: `${title} Khalid Al-Ghamdi` } },
    { id: 't2', name: { en: 'Ms B' }, short: { en: 'Ms B' } },
  ];
  expect(rowOf({ teachers }).teachers).toEqual([
    `${title} Khalid Al-Ghamdi`,
    'Khalid Al-Ghamdi',
    'K. Al-Ghamdi',
  ]);
});

/** Class 1/1 is always half an hour behind class 1/2. */
function lateTrack(): Partial<Snapshot> {
  const { bells, dayKinds, classes } = makeSnapshot();
  const [early = []] = bells;
  return {
    tracks: [
      { id: 'a', name: { en: 'A' } },
      { id: 'b', name: { en: 'B' } },
    ],
    bells: [
      early,
      early.map((period) => ({ ...period, start: period.start + 1800, end: period.end + 1800 })),
    ],
    bellSchedules: [{ id: 'regular', name: { en: 'Regular' }, bells: [0, 1] }],
    dayKinds: dayKinds.map((kind) => ({ ...kind, schedules: [0, 0] })),
    classes: classes.map((one, index) => ({ ...one, track: 1 - index })),
  };
}
const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, '');
const sunday = (hour: number, minute: number) => SUNDAY_MIDNIGHT + (hour * 60 + minute) * 60_000;

test('a class at break shows its next lesson and when, also if that is covered', () => {
  const changes = [{ kind: 'replace' as const, date: SUNDAY, c: 0, p: '3', t: [1] }];
  // Its break is from 9:20; the others have been taught since 9:10.
  const row = rowOf({ ...lateTrack(), changes }, sunday(9, 25));
  expect(row).toMatchObject({ look: 'alt', word: 'Cover', subjects: ['Science', 'Science'] });
  expect(bare(row.later)).toBe('9:40');
});

test('when several tracks are at break, a row says its time where the head line says another', () => {
  // Both are at school from 7:15 on: the others first.
  expect(bare(rowOf(lateTrack(), sunday(7, 0)).later)).toBe('7:45');
  expect(rowOf({}, sunday(7, 0)).later).toBe('');
});

test('an exam is called one beside lessons, and by its subject among exams', () => {
  const exam = { date: SUNDAY, p: '2', s: 0 };
  expect(rowOf({ exams: [{ ...exam, classes: [0] }] }).subjects[0]).toBe('Science exam');
  expect(rowOf({ exams: [{ ...exam, classes: [0, 1] }] }).subjects[0]).toBe('Science');
});
