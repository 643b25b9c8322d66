import { expect, test } from 'vitest';

import type { Snapshot } from '../contract/snapshot.ts';
import { makeSnapshot, SUNDAY_MIDNIGHT } from '../timetable/snapshot.fixture.ts';
import { wallAt } from '../timetable/wall-at.ts';
import { isOn } from './board-plan.ts';
import { heroFace } from './hero-face.ts';
import { restingFace } from './resting-face.ts';
import { makeVoice } from './voice.fixture.ts';

const SCREEN = { id: 's', school: 'fixture', name: '', phase: 0 };
const DAY_MS = 86_400_000;

/** Without the marks that keep a time in one direction. */
const bare = (text = '') => text.replace(/[\u200e\u2066-\u2069]/g, '');

function instantOf(time: string, days = 0): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return SUNDAY_MIDNIGHT + days * DAY_MS + (hour * 60 + minute) * 60_000;
}

function faceAt(instant: number, snapshot: Snapshot = makeSnapshot(), language = 'en') {
  const wall = wallAt(snapshot, SCREEN, instant);
  const [hero] = wall.heroes;
  if (hero === undefined) throw new Error('A wall without a hero');
  const voice = makeVoice(snapshot, language);
  const face = isOn(hero) ? heroFace(voice, wall, hero) : restingFace(voice, wall, hero, true);
  return {
    ...face,
    name: bare(face.names[0]),
    line: bare(face.lines[0]),
    next: face.next && `${bare(face.next.labels[0])}: ${bare(face.next.names[0])}`,
  };
}

test('in a lesson the wall says which, until when, and what follows', () => {
  expect(faceAt(instantOf('08:10'))).toMatchObject({
    tile: { text: '2' },
    look: 'now',
    name: 'Period 2',
    line: '8:05–8:50',
    count: { until: instantOf('08:50'), to: 'left', most: 45 },
    next: 'Next at 8:50: Break',
  });
});

test('a lesson without a name of its own is called by its ordinal in Arabic', () => {
  expect(faceAt(instantOf('09:20'), makeSnapshot(), 'ar').name).toBe('الحصة الثالثة');
});

test('in the five minutes between two lessons, people are told where to move', () => {
  expect(faceAt(instantOf('08:02'))).toMatchObject({
    tile: { text: '2' },
    look: 'moving',
    name: 'Move to Period 2',
    count: { until: instantOf('08:05'), to: 'toStart' },
  });
});

test('passing time is not what comes next', () => {
  const snapshot = makeSnapshot({
    bells: [
      [
        { key: '1', kind: 'lesson', start: 25_200, end: 28_800 },
        { key: 'p', kind: 'passing', start: 28_800, end: 29_100 },
        { key: '2', kind: 'lesson', start: 29_100, end: 32_400 },
      ],
    ],
  });
  expect(faceAt(instantOf('07:30'), snapshot).next).toBe('Next at 8:05: Period 2');
  expect(faceAt(instantOf('08:01'), snapshot).name).toBe('Move to Period 2');
});

test('a gap of more than ten minutes is no time to move', () => {
  const { bells } = makeSnapshot();
  const snapshot = makeSnapshot({
    bells: bells.map((list) => list.filter(({ kind }) => kind !== 'break')),
  });
  expect(faceAt(instantOf('08:55'), snapshot)).toMatchObject({
    look: 'calm',
    name: 'Between periods',
    next: 'Next at 9:10: Period 3',
  });
});

test('before the first bell the wall greets, and counts the last 99 minutes', () => {
  expect(faceAt(instantOf('06:50'))).toMatchObject({
    name: 'Good morning',
    count: { until: instantOf('07:15'), to: 'toStart', most: 99 },
    next: 'Next at 7:15: Period 1',
  });
});

test('after the last lesson of the day comes the end of it', () => {
  expect(faceAt(instantOf('09:20')).next).toBe('Next at 9:55: End of school');
});

test('after school the wall says when to come again', () => {
  expect(faceAt(instantOf('10:00'))).toMatchObject({
    look: 'calm',
    name: 'School is over',
    line: 'See you tomorrow at 7:15',
  });
  expect(faceAt(instantOf('10:00', 4)).line).toBe('See you on Sunday at 7:15');
});

test('a weekend is called one, and a holiday by its name', () => {
  expect(faceAt(instantOf('10:00', 5))).toMatchObject({
    name: 'Weekend',
    line: 'Back on Sunday at 7:15',
  });
  const holiday = makeSnapshot({
    dayKinds: [{ schedules: [null], labels: [{ en: 'Eid' }], weekday: 0 }],
    days: Array.from({ length: 14 }, () => 0),
  });
  expect(faceAt(instantOf('10:00'), holiday)).toMatchObject({ name: 'Eid' });
});

test('a day of unknown bells is not called a holiday', () => {
  const { days, dayKinds } = makeSnapshot();
  const unknown = makeSnapshot({
    days,
    dayKinds: dayKinds.map((kind) => ({ ...kind, schedules: ['half-day'] })),
  });
  expect(faceAt(instantOf('08:10'), unknown).name).toBe('Today’s schedule is not known');
});

test('past the published timetable the usual bells are marked as such', () => {
  expect(faceAt(instantOf('08:10', 21))).toMatchObject({
    look: 'calm',
    name: 'Period 2',
    line: '8:05–8:50 · Usual times',
  });
});

test('before the timetable begins the wall says when it does', () => {
  expect(faceAt(instantOf('08:10', -3)).name).toBe('Begins on Sunday 1 March');
});

test('an exam of one subject is called by it, and counted down only if the school wants that', () => {
  const base = makeSnapshot();
  const exam = makeSnapshot({
    bells: [[{ key: 'e', kind: 'exam', start: 8 * 3600, end: 10 * 3600 }]],
    exams: [{ date: base.coverage.from, p: 'e', s: 1, classes: [0, 1] }],
    school: { ...base.school, examCountdown: false },
  });
  const face = faceAt(instantOf('08:30'), exam);
  expect(face).toMatchObject({ tile: { icon: 'exam' }, name: 'Mathematics exam' });
  expect(face.count).toBeUndefined();
});

test('an open day with a label has it beneath what is on, and alone where there is no place for both', () => {
  const labelled = makeSnapshot({
    dayKinds: [{ schedules: [0], labels: [{ en: 'Two-hour delay' }], weekday: 0 }],
    days: Array.from({ length: 14 }, () => 0),
  });
  expect(faceAt(instantOf('08:10'), labelled)).toMatchObject({
    line: '8:05–8:50 · Two-hour delay',
    lines: [expect.anything(), 'Two-hour delay'],
  });
  expect(faceAt(instantOf('08:02'), labelled).line).toBe('8:05–8:50 · Two-hour delay');
  expect(faceAt(instantOf('06:50'), labelled).line).toBe('Two-hour delay');
});

test('a label that not all tracks have says whose it is', () => {
  const { classes, dayKinds, bellSchedules } = makeSnapshot();
  const snapshot = makeSnapshot({
    tracks: [
      { id: 'a', name: { en: 'Cycle 1' } },
      { id: 'b', name: { en: 'Cycle 2' } },
    ],
    bellSchedules: bellSchedules.map((schedule) => ({ ...schedule, bells: [0, 0] })),
    dayKinds: dayKinds.map((kind) => ({
      ...kind,
      schedules: [0, 0],
      labels: [null, { en: 'Sports' }],
    })),
    classes: classes.map((one, index) => ({ ...one, track: index })),
  });
  expect(faceAt(instantOf('08:10'), snapshot).line).toBe('8:05–8:50 · Cycle 2: Sports');
});

test('there is a moon by night only', () => {
  const times = ['05:59', '09:00', '17:59', '18:00'];
  expect(times.map((time) => faceAt(instantOf(time, 5)).tile)).toEqual(
    ['moon', 'calendar', 'calendar', 'moon'].map((icon) => ({ icon })),
  );
});
