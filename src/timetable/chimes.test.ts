import { expect, test } from 'vitest';

import type { ScreenSettings } from '../contract/screen.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { chimesOn } from './chimes.ts';
import { makeSnapshot, SUNDAY, SUNDAY_MIDNIGHT } from './snapshot.fixture.ts';

const SCREEN: ScreenSettings = { id: 's1', school: 'fixture', name: 'Hall', phase: 0 };
const LESSONS = ['07:15', '08:00', '08:05', '08:50', '09:10', '09:55'];
const FRIDAY = SUNDAY + 5;

const at = (hour: number, minute = 0) => hour * 3600 + minute * 60;
const lesson = (key: string, start: number, end: number) =>
  ({ key, kind: 'lesson', start, end }) as const;

/** When it rings on a date of the fixture's school, by its clock. */
function ringsOn(day: number, overrides: Partial<Snapshot> = {}, screen = SCREEN) {
  return chimesOn(makeSnapshot(overrides), screen, day).map((bell) =>
    new Date(bell + 3 * 3_600_000).toISOString().slice(11, 16),
  );
}

/** Bells of two tracks; class 1/2 is in the second. */
function twoTracks(second: Snapshot['bells'][number]): Partial<Snapshot> {
  const { bells, classes } = makeSnapshot();
  return {
    tracks: [
      { id: 'all', name: { en: 'All' } },
      { id: 'late', name: { en: 'Late' } },
    ],
    bells: [...bells, second],
    bellSchedules: [{ id: 'regular', name: { en: 'Regular' }, bells: [0, 1] }],
    dayKinds: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
      schedules: weekday < 5 ? [0, 0] : [null, null],
      weekday,
    })),
    classes: classes.map((one, track) => ({ ...one, track })),
  };
}

const EXAM = { date: SUNDAY, p: '2', s: 0, classes: [0], r: [0] };

test.each<[string, number, Partial<Snapshot>, readonly string[]]>([
  ['at the start and the end of each lesson, not of the break alone', SUNDAY, {}, LESSONS],
  ['never on a day without school', FRIDAY, {}, []],
  ['never before the timetable begins', SUNDAY - 7, {}, []],
  ['never after it has ended, whatever the usual bells', SUNDAY + 14, {}, []],
  [
    'once where one lesson ends and the next begins',
    SUNDAY,
    { bells: [[lesson('1', at(8), at(9)), lesson('2', at(9), at(10))]] },
    ['08:00', '09:00', '10:00'],
  ],
  [
    'not from ten in the evening to six in the morning',
    SUNDAY,
    {
      bells: [
        [
          lesson('1', at(5, 30), at(6)),
          lesson('2', at(21), at(22)),
          lesson('3', at(22, 10), at(23)),
        ],
      ],
    },
    ['06:00', '21:00', '22:00'],
  ],
  [
    'not after midnight in a lesson that began before it',
    SUNDAY + 1,
    { bells: [[lesson('1', at(22, 30), at(24, 30))]] },
    [],
  ],
  [
    'not in an exam, nor at its first and last bell',
    SUNDAY,
    { exams: [EXAM] },
    ['07:15', '08:00', '09:10', '09:55'],
  ],
  ['as ever on the day after the exam', SUNDAY + 1, { exams: [EXAM] }, LESSONS],
  [
    'not while an exam lasts that has bells of its own',
    SUNDAY,
    {
      bells: [
        [
          ...(makeSnapshot().bells[0] ?? []),
          { key: 'e', kind: 'exam', start: at(7, 15), end: at(8, 50) },
        ],
      ],
    },
    ['09:10', '09:55'],
  ],
  [
    'not during an alert',
    SUNDAY,
    {
      alerts: [
        {
          title: { en: 'Leave the building' },
          instruction: { en: 'Walk to the yard' },
          from: SUNDAY_MIDNIGHT + at(8, 30) * 1000,
          until: SUNDAY_MIDNIGHT + at(9, 30) * 1000,
        },
      ],
    },
    ['07:15', '08:00', '08:05', '09:55'],
  ],
])('it rings %s', (_, day, overrides, expected) => {
  expect(ringsOn(day, overrides)).toEqual(expected);
});

test('it rings early where the bell clock runs ahead of true time', () => {
  const { school } = makeSnapshot();
  expect(ringsOn(SUNDAY, { school: { ...school, bellOffsetMs: 120_000 } })[0]).toBe('07:13');
});

test('it rings for the classes that the screen shows', () => {
  const late = twoTracks([lesson('1', at(10), at(11))]);
  expect(ringsOn(SUNDAY, late, { ...SCREEN, classes: ['1/2'] })).toEqual(['10:00', '11:00']);
  expect(ringsOn(SUNDAY, late)).toEqual([...LESSONS, '10:00', '11:00']);
});

test('an exam of classes that the screen does not show silences nothing', () => {
  expect(ringsOn(SUNDAY, { exams: [EXAM] }, { ...SCREEN, classes: ['1/2'] })).toEqual(LESSONS);
});
