import * as v from 'valibot';

import type { DeepReadonly } from './deep-readonly.ts';
import { parseJson, ParseError, parseWith } from './parse.ts';
import { Named, Text } from './text.ts';

/*
 * `snapshot/1`: one school's whole published timetable as a screen holds it. The rules are resolved
 * into a table of days, so that a TV looks a date up; nothing in it depends on when it is read.
 *
 * Calendar dates inside a snapshot are day numbers: whole days since 1970-01-01 in the proleptic
 * Gregorian calendar (2026-08-01 is 20666). Times of day are seconds since the service date began.
 * References between tables are indexes.
 */

const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const dayNumber = v.pipe(v.number(), v.integer());
const instant = v.pipe(v.number(), v.integer());

export const PERIOD_KINDS = [
  'lesson',
  'break',
  'lunch',
  'prayer',
  'assembly',
  'exam',
  'passing',
  'other',
] as const;

/** `[start, end)` in seconds of the service date, civil time; past midnight they exceed 86,400. */
export const Period = v.object({
  /** Joins lessons, substitutions and exams to this period; unique within one list of bells. */
  key: v.string(),
  kind: v.picklist(PERIOD_KINDS),
  /** Absent: the wall derives one from the kind and the key ("Period 3", "Break"). */
  name: v.optional(Text),
  short: v.optional(Text),
  start: v.number(),
  end: v.number(),
});
export type Period = v.InferOutput<typeof Period>;
export type PeriodKind = Period['kind'];

const BellSchedule = v.object({
  id: v.string(),
  name: Text,
  /** Per track, an index into `bells`. A list without periods is a day without bells. */
  bells: v.array(index),
});

/** What a date is like. Many dates share one. */
const DayKind = v.object({
  /**
   * Per track: an index into `bellSchedules`; `null` for a closed day; or the name of a bell
   * schedule that the calendar uses but nobody defined (an unknown day, never shown as closed).
   */
  schedules: v.array(v.union([index, v.null(), v.string()])),
  /** Per track, the label of the exception that decided it, such as the name of a holiday. */
  labels: v.optional(v.array(v.nullable(Text))),
  /** The weekday whose lessons are taught, Sunday = 0. */
  weekday: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  /** Index into `cycle`, when the school rotates. */
  cycleDay: v.optional(index),
  /** Week letter, such as `A`. */
  letter: v.optional(v.string()),
});

const Class = v.object({
  id: v.string(),
  /** What pupils call it, such as `1/3`. */
  name: Text,
  grade: v.optional(Text),
  track: index,
  /** Index into `rooms`. */
  homeRoom: v.optional(index),
  wing: v.optional(v.string()),
});

const Lesson = v.object({
  /** Index into `classes`. */
  c: index,
  /** The day taught: weekday 0–6, or 7 + index into `cycle`. */
  d: index,
  /** Key of the period. */
  p: v.string(),
  /** Index into `subjects`. */
  s: index,
  /** Indexes into `teachers` and `rooms`. */
  t: v.optional(v.array(index)),
  r: v.optional(v.array(index)),
  /** Name of the group, when the class splits. */
  g: v.optional(v.string()),
  /** Held in weeks of this letter only. */
  w: v.optional(v.string()),
  /** First and last date (day numbers) on which it is held. */
  from: v.optional(dayNumber),
  through: v.optional(dayNumber),
});

export const CHANGE_KINDS = ['cancel', 'replace', 'add'] as const;

/** A substitution. A moved lesson arrives as a cancellation and an addition. */
const Change = v.object({
  kind: v.picklist(CHANGE_KINDS),
  date: dayNumber,
  c: index,
  p: v.string(),
  g: v.optional(v.string()),
  s: v.optional(index),
  t: v.optional(v.array(index)),
  r: v.optional(v.array(index)),
  note: v.optional(Text),
  /** Where a moved lesson went to, or came from. */
  moved: v.optional(v.object({ date: dayNumber, p: v.string() })),
});

const Exam = v.object({
  date: dayNumber,
  p: v.string(),
  s: index,
  classes: v.array(index),
  r: v.optional(v.array(index)),
  t: v.optional(v.array(index)),
});

/** On dates `from` … `through`, both included; with `on`, on those weekdays (Sunday = 0) only. */
const Duty = v.object({
  from: dayNumber,
  through: dayNumber,
  on: v.optional(v.array(index)),
  t: v.array(index),
  place: v.optional(Text),
});

/** `[from, until)` in instants. */
const Notice = v.object({
  level: v.picklist(['info', 'important']),
  text: Text,
  detail: v.optional(Text),
  from: instant,
  until: instant,
  /** Ids of the screens that show it; absent: all. */
  screens: v.optional(v.array(v.string())),
});

/** Shown on dates `from` … `through`, both included. */
const Honour = v.object({
  name: Text,
  reason: v.optional(Text),
  from: dayNumber,
  through: dayNumber,
});

/** Something to look forward to, shown before `date`. */
const Event = v.object({
  name: Text,
  date: dayNumber,
  through: v.optional(dayNumber),
});

/** An emergency: takes over the whole wall in `[from, until)`. */
const Alert = v.object({
  title: Text,
  instruction: Text,
  from: instant,
  until: instant,
});

export const Snapshot = v.object({
  format: v.literal('snapshot/1'),
  school: v.object({
    id: v.string(),
    /** Random; makes the revision unguessable. */
    salt: v.string(),
    name: Text,
    /** IANA name, for people only; the offsets below are what counts. */
    zone: v.string(),
    languages: v.pipe(v.array(v.string()), v.minLength(1)),
    digits: v.picklist(['latn', 'arab']),
    hourCycle: v.picklist(['h23', 'h12']),
    /** Bell clock − true time in ms: a bell rings at its civil time minus this. */
    bellOffsetMs: v.number(),
    theme: v.picklist(['auto', 'light', 'dark']),
    /** Minutes are counted down in exams too. */
    examCountdown: v.boolean(),
    /** A data URL. */
    logo: v.optional(v.string()),
  }),
  /** Ascending `[from instant, UTC offset in seconds]`; the first holds before it, too. */
  offsets: v.pipe(v.array(v.tuple([instant, v.number()])), v.minLength(1)),
  /** First and last service date that the timetable speaks of. */
  coverage: v.object({ from: dayNumber, through: dayNumber }),
  tracks: v.pipe(v.array(v.object({ id: v.string(), name: Text })), v.minLength(1)),
  bells: v.array(v.array(Period)),
  bellSchedules: v.array(BellSchedule),
  dayKinds: v.array(DayKind),
  /** One index into `dayKinds` per date, from `coverage.from`. */
  days: v.array(index),
  /** Per weekday, Sunday first: an index into `bellSchedules`, or null. For dates after coverage. */
  usual: v.optional(v.array(v.nullable(index))),
  cycle: v.optional(v.array(v.object({ id: v.string(), name: Text }))),
  classes: v.array(Class),
  subjects: v.array(Named),
  teachers: v.array(Named),
  rooms: v.array(Named),
  lessons: v.array(Lesson),
  changes: v.array(Change),
  exams: v.array(Exam),
  duties: v.array(Duty),
  notices: v.array(Notice),
  honours: v.array(Honour),
  events: v.array(Event),
  alerts: v.array(Alert),
  /** Ascending `[day number, year, month 1–12]` of the first of each Hijri month; empty: not shown. */
  hijri: v.array(v.tuple([dayNumber, v.number(), v.number()])),
  /** How often a screen asks, in ms. */
  polling: v.object({ inHoursMs: v.number(), offHoursMs: v.number() }),
});

export type Snapshot = DeepReadonly<v.InferOutput<typeof Snapshot>>;
export type Lesson = Snapshot['lessons'][number];
export type Change = Snapshot['changes'][number];
export type DayKind = Snapshot['dayKinds'][number];

/**
 * The snapshot in the text of a response or of a stored copy. Throws a `ParseError`.
 *
 * Indexes are checked too: past this parser, every reference leads somewhere.
 */
export function parseSnapshot(text: string): Snapshot {
  const snapshot: Snapshot = parseWith(Snapshot, parseJson(text, 'snapshot'), 'snapshot');
  const dangling = danglingReference(snapshot);
  if (dangling !== undefined) {
    throw new ParseError('snapshot', [{ path: dangling, message: 'refers to nothing' }]);
  }
  return snapshot;
}

function danglingReference(snapshot: Snapshot): string | undefined {
  const { bells, bellSchedules, classes, subjects, teachers, rooms, tracks } = snapshot;
  const days = snapshot.coverage.through - snapshot.coverage.from + 1;
  const checks: readonly (readonly [string, boolean])[] = [
    ['days', snapshot.days.length === days],
    ['days', snapshot.days.every((kind) => kind < snapshot.dayKinds.length)],
    [
      'bellSchedules',
      bellSchedules.every(
        (schedule) =>
          schedule.bells.length === tracks.length &&
          schedule.bells.every((list) => list < bells.length),
      ),
    ],
    [
      'dayKinds',
      snapshot.dayKinds.every(
        (kind) =>
          kind.schedules.length === tracks.length &&
          kind.schedules.every(
            (schedule) => typeof schedule !== 'number' || schedule < bellSchedules.length,
          ),
      ),
    ],
    [
      'usual',
      (snapshot.usual ?? []).every(
        (schedule) => schedule === null || schedule < bellSchedules.length,
      ),
    ],
    ['classes', classes.every((one) => one.track < tracks.length && has(rooms, one.homeRoom))],
    ['lessons', snapshot.lessons.every(refers)],
    ['changes', snapshot.changes.every(refers)],
    [
      'exams',
      snapshot.exams.every(
        (exam) => refers({ ...exam, c: 0 }) && exam.classes.every((c) => has(classes, c)),
      ),
    ],
    ['duties', snapshot.duties.every((duty) => duty.t.every((t) => has(teachers, t)))],
  ];
  return checks.find(([, holds]) => !holds)?.[0];

  function refers(row: {
    readonly c: number;
    readonly s?: number | undefined;
    readonly t?: readonly number[] | undefined;
    readonly r?: readonly number[] | undefined;
  }): boolean {
    return (
      (has(classes, row.c) || classes.length === 0) &&
      has(subjects, row.s) &&
      (row.t ?? []).every((t) => has(teachers, t)) &&
      (row.r ?? []).every((r) => has(rooms, r))
    );
  }
}

function has(table: readonly unknown[], at: number | undefined): boolean {
  return at === undefined || at < table.length;
}
