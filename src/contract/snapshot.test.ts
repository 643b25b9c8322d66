import fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { makeSnapshot } from '../timetable/snapshot.fixture.ts';
import { ParseError } from './parse.ts';
import { parseSnapshot, type Snapshot } from './snapshot.ts';

/** A snapshot that has a row in every table and a value in every field. */
const FULL: Snapshot = makeSnapshot({
  dayKinds: [{ schedules: [0], labels: [{ en: 'Eid' }], weekday: 0, cycleDay: 0, letter: 'A' }],
  days: Array.from({ length: 14 }, () => 0),
  cycle: [{ id: 'A', name: { en: 'A' } }],
  classes: [
    { id: '1/1', name: { en: '1/1' }, grade: { en: '1' }, track: 0, homeRoom: 1, wing: 'east' },
  ],
  lessons: [
    { c: 0, d: 7, p: '1', s: 0, t: [0, 1], r: [1], g: 'a', w: 'A', from: 20_513, through: 20_520 },
  ],
  changes: [
    {
      kind: 'add',
      date: 20_514,
      c: 0,
      p: '2',
      g: 'a',
      s: 1,
      t: [1],
      r: [0],
      note: { en: 'Moved' },
      moved: { date: 20_513, p: '1' },
    },
  ],
  exams: [{ date: 20_515, p: '1', s: 0, classes: [0], r: [0], t: [1] }],
  duties: [{ from: 20_513, through: 20_520, on: [0, 6], t: [0], place: { en: 'Gate' } }],
  notices: [
    {
      level: 'info',
      text: { en: 'News' },
      detail: { en: 'More' },
      from: 0,
      until: 1,
      screens: ['hall'],
    },
  ],
  honours: [{ name: { en: 'Sara' }, reason: { en: 'Chess' }, from: 20_513, through: 20_514 }],
  events: [{ name: { en: 'Trip' }, date: 20_530, through: 20_531 }],
  alerts: [{ title: { en: 'Leave' }, instruction: { en: 'Now' }, from: 0, until: 1 }],
  hijri: [[20_513, 1447, 9]],
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Step = string | number;

/** The text of `FULL` with `value` at the steps given; `undefined` takes away what is there. */
function textWith(steps: readonly Step[], value: Json | undefined): string {
  return JSON.stringify(replaced(JSON.parse(JSON.stringify(FULL)), steps, value));
}

function replaced(whole: Json, [step, ...rest]: readonly Step[], value: Json | undefined): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((one, at) => (at === step ? replaced(one, rest, value) : one));
  }
  if (typeof whole !== 'object' || whole === null) throw new RangeError(`No ${step} in ${whole}`);
  return { ...whole, [step]: replaced(whole[step] ?? null, rest, value) };
}

function messageFor(steps: readonly Step[], value: Json | undefined): string {
  try {
    parseSnapshot(textWith(steps, value));
    return 'no error';
  } catch (error) {
    return error instanceof ParseError ? error.message : `another error: ${String(error)}`;
  }
}

// fault:C17 An old app meets the data of a newer server
// hallway: the wall; what is new in the data is ignored
// technician: nothing to do
test('a full snapshot is read as it is, and what a later build adds to it is let through', () => {
  expect(parseSnapshot(JSON.stringify(FULL))).toEqual(FULL);
  expect(messageFor(['lessons', 0, 'later'], [99])).toBe('no error');
  expect(messageFor(['later'], { t: 99 })).toBe('no error');
});

test.each<[Step[], Json | undefined, string]>([
  [[], null, 'is null, not an object'],
  [['format'], 'snapshot/2', 'format is "snapshot/2", not one of snapshot/1'],
  [['bells', 0, 2, 'start'], '7:00', 'bells[0][2].start is "7:00", not a number'],
  [
    ['bells', 0, 2, 'kind'],
    'nap',
    'bells[0][2].kind is "nap", not one of lesson, break, lunch, prayer, assembly, exam, passing, other',
  ],
  [['bells', 0, 2, 'key'], undefined, 'bells[0][2].key is missing'],
  [['school', 'languages'], [], 'school.languages is a list of 0, not a list of one or more'],
  [['school', 'name', 'en'], 1, 'school.name.en is 1, not a text'],
  [['offsets'], [], 'offsets is a list of 0, not a list of one or more'],
  [['offsets', 0, 0], 0.5, 'offsets[0][0] is 0.5, not a whole number'],
  [['hijri', 0, 2], '9', 'hijri[0][2] is "9", not a number'],
  [['coverage', 'from'], 20_513.5, 'coverage.from is 20513.5, not a whole number'],
  [['coverage', 'through'], 20_527, 'days is a list of 14, not one for each date'],
  [['days'], [0], 'days is a list of 1, not one for each date'],
  [['days', 13], 1, 'days[13] is 1, not an index into dayKinds'],
  [['days', 13], -1, 'days[13] is -1, not an index into dayKinds'],
  [['days', 13], 0.5, 'days[13] is 0.5, not an index into dayKinds'],
  [['bellSchedules', 0, 'bells', 0], 1, 'bellSchedules[0].bells[0] is 1, not an index into bells'],
  [
    ['bellSchedules', 0, 'bells'],
    [0, 0],
    'bellSchedules[0].bells is a list of 2, not one for each track',
  ],
  [
    ['dayKinds', 0, 'schedules', 0],
    1,
    'dayKinds[0].schedules[0] is 1, not an index into bellSchedules',
  ],
  [['dayKinds', 0, 'schedules', 0], 'examWeek', 'no error'],
  [['dayKinds', 0, 'schedules', 0], null, 'no error'],
  [
    ['dayKinds', 0, 'schedules'],
    [],
    'dayKinds[0].schedules is a list of 0, not one for each track',
  ],
  [['dayKinds', 0, 'weekday'], 7, 'dayKinds[0].weekday is 7, not a weekday, Sunday = 0'],
  [['dayKinds', 0, 'cycleDay'], 1, 'dayKinds[0].cycleDay is 1, not an index into cycle'],
  [['tracks'], [], 'tracks is a list of 0, not a list of one or more'],
  [['usual', 6], 1, 'usual[6] is 1, not an index into bellSchedules'],
  [['classes', 0, 'track'], 1, 'classes[0].track is 1, not an index into tracks'],
  [['classes', 0, 'homeRoom'], 2, 'classes[0].homeRoom is 2, not an index into rooms'],
  [['lessons', 0, 'c'], 1, 'lessons[0].c is 1, not an index into classes'],
  [['lessons', 0, 's'], 2, 'lessons[0].s is 2, not an index into subjects'],
  [['lessons', 0, 't', 1], 2, 'lessons[0].t[1] is 2, not an index into teachers'],
  [['lessons', 0, 'r', 0], 2, 'lessons[0].r[0] is 2, not an index into rooms'],
  [['lessons', 0, 'd'], -1, 'lessons[0].d is -1, not a whole number from 0'],
  [['changes', 0, 'c'], 1, 'changes[0].c is 1, not an index into classes'],
  [['changes', 0, 's'], 2, 'changes[0].s is 2, not an index into subjects'],
  [['changes', 0, 't', 0], 2, 'changes[0].t[0] is 2, not an index into teachers'],
  [['changes', 0, 'r', 0], 2, 'changes[0].r[0] is 2, not an index into rooms'],
  [['exams', 0, 's'], 2, 'exams[0].s is 2, not an index into subjects'],
  [['exams', 0, 'classes', 0], 1, 'exams[0].classes[0] is 1, not an index into classes'],
  [['exams', 0, 't', 0], 2, 'exams[0].t[0] is 2, not an index into teachers'],
  [['exams', 0, 'r', 0], 2, 'exams[0].r[0] is 2, not an index into rooms'],
  [['duties', 0, 't', 0], 2, 'duties[0].t[0] is 2, not an index into teachers'],
  [['duties', 0, 'on', 0], -1, 'duties[0].on[0] is -1, not a whole number from 0'],
])('a snapshot with %j = %j is refused for that', (steps, value, message) => {
  const found = messageFor(steps, value).replace('Cannot read snapshot: ', '');
  expect(found).toBe(message);
});

/** The way to every value in `whole`. */
function ways(whole: unknown, way: readonly Step[] = []): readonly (readonly Step[])[] {
  if (Array.isArray(whole)) return [way, ...whole.flatMap((one, at) => ways(one, [...way, at]))];
  if (typeof whole !== 'object' || whole === null) return [way];
  return [way, ...Object.entries(whole).flatMap(([key, one]) => ways(one, [...way, key]))];
}

test('no value at any place makes the parser throw anything but a ParseError', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ways(FULL)), fc.jsonValue({ maxDepth: 2 }), (steps, value) => {
      // A JSON value from elsewhere is never `undefined`.
      const message = messageFor(steps, JSON.parse(JSON.stringify(value)));
      expect(message).toMatch(/^no error$|^Cannot read snapshot: .+ (is|not) /);
    }),
    runs(2000),
  );
});
