import {
  boolean,
  either,
  integer,
  isObject,
  list,
  natural,
  nonEmpty,
  nullable,
  number,
  object,
  oneOf,
  optional,
  record,
  string,
  tuple,
  where,
  parseAs,
  type Guard,
  type Guarded,
} from './guard.ts';
import { parseJson, ParseError, problemAt } from './parse.ts';
import { PollingPeriods } from './polling-periods.ts';
import type { Named, Text } from './text.ts';

/*
 * `snapshot/1`: one school's whole published timetable as a screen holds it. The rules are resolved
 * into a table of days, so that a TV looks a date up; nothing in it depends on when it is read.
 *
 * Calendar dates inside a snapshot are day numbers: whole days since 1970-01-01 in the proleptic
 * Gregorian calendar (2026-08-01 is 20666). Times of day are seconds since the service date began.
 * References between tables are indexes.
 */

const text: Guard<Text> = record(string);
const named: Guard<Named> = object({ id: string, name: text, short: optional(text) });
const dayNumber = integer;
const instant = integer;

/** An index into the list of the snapshot that has this name. */
function into(table: string): Guard<number> {
  return where(
    number,
    `an index into ${table}`,
    (at, snapshot) => tableIn(snapshot, table)[at] !== undefined,
  );
}

/** As many as the school has tracks. */
function perTrack<T>(item: Guard<T>): Guard<readonly T[]> {
  return where(
    list(item),
    'one for each track',
    ({ length }, snapshot) => length === tableIn(snapshot, 'tracks').length,
  );
}

function tableIn(snapshot: unknown, table: string): readonly unknown[] {
  const found = isObject(snapshot) ? snapshot[table] : undefined;
  return Array.isArray(found) ? found : [];
}

const classIndex = into('classes');
const subjectIndex = into('subjects');
const roomIndex = into('rooms');
const rooms = optional(list(roomIndex));
const teachers = list(into('teachers'));
const bellScheduleIndex = into('bellSchedules');

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
export const Period = object({
  /** Joins lessons, substitutions and exams to this period; unique within one list of bells. */
  key: string,
  kind: oneOf(...PERIOD_KINDS),
  /** Absent: the wall derives one from the kind and the key ("Period 3", "Break"). */
  name: optional(text),
  short: optional(text),
  start: number,
  end: number,
});
export type Period = Guarded<typeof Period>;
export type PeriodKind = Period['kind'];

const BellSchedule = object({
  id: string,
  name: text,
  /** Per track, an index into `bells`. A list without periods is a day without bells. */
  bells: perTrack(into('bells')),
});

/** What a date is like. Many dates share one. */
const DayKind = object({
  /**
   * Per track: an index into `bellSchedules`; `null` for a closed day; or the name of a bell
   * schedule that the calendar uses but nobody defined (an unknown day, never shown as closed).
   */
  schedules: perTrack(nullable(either(string, bellScheduleIndex))),
  /** Per track, the label of the exception that decided it, such as the name of a holiday. */
  labels: optional(list(nullable(text))),
  /** The weekday whose lessons are taught, Sunday = 0. */
  weekday: where(natural, 'a weekday, Sunday = 0', (weekday) => weekday <= 6),
  /** Index into `cycle`, when the school rotates. */
  cycleDay: optional(into('cycle')),
  /** Week letter, such as `A`. */
  letter: optional(string),
});

const Class = object({
  id: string,
  /** What pupils call it, such as `1/3`. */
  name: text,
  grade: optional(text),
  track: into('tracks'),
  /** Index into `rooms`. */
  homeRoom: optional(roomIndex),
  wing: optional(string),
});

const Lesson = object({
  /** Index into `classes`. */
  c: classIndex,
  /** The day taught: weekday 0–6, or 7 + index into `cycle`. */
  d: natural,
  /** Key of the period. */
  p: string,
  /** Index into `subjects`. */
  s: subjectIndex,
  /** Indexes into `teachers` and `rooms`. */
  t: optional(teachers),
  r: rooms,
  /** Name of the group, when the class splits. */
  g: optional(string),
  /** Held in weeks of this letter only. */
  w: optional(string),
  /** First and last date (day numbers) on which it is held. */
  from: optional(dayNumber),
  through: optional(dayNumber),
});

export const CHANGE_KINDS = ['cancel', 'replace', 'add'] as const;

/** A substitution. A moved lesson arrives as a cancellation and an addition. */
const Change = object({
  kind: oneOf(...CHANGE_KINDS),
  date: dayNumber,
  c: classIndex,
  p: string,
  g: optional(string),
  s: optional(subjectIndex),
  t: optional(teachers),
  r: rooms,
  note: optional(text),
  /** Where a moved lesson went to, or came from. */
  moved: optional(object({ date: dayNumber, p: string })),
});

const Exam = object({
  date: dayNumber,
  p: string,
  s: subjectIndex,
  classes: list(classIndex),
  r: rooms,
  t: optional(teachers),
});

/** On dates `from` … `through`, both included; with `on`, on those weekdays (Sunday = 0) only. */
const Duty = object({
  from: dayNumber,
  through: dayNumber,
  on: optional(list(natural)),
  t: teachers,
  place: optional(text),
});

/** `[from, until)` in instants. */
const Notice = object({
  level: oneOf('info', 'important'),
  text: text,
  detail: optional(text),
  from: instant,
  until: instant,
  /** Ids of the screens that show it; absent: all. */
  screens: optional(list(string)),
});

/** Shown on dates `from` … `through`, both included. */
const Honour = object({
  name: text,
  reason: optional(text),
  from: dayNumber,
  through: dayNumber,
});

/** Something to look forward to, shown before `date`. */
const Event = object({
  name: text,
  date: dayNumber,
  through: optional(dayNumber),
});

/** An emergency: takes over the whole wall in `[from, until)`. */
const Alert = object({
  title: text,
  instruction: text,
  from: instant,
  until: instant,
});

export const Snapshot = object({
  format: oneOf('snapshot/1'),
  school: object({
    id: string,
    /** Random; makes the revision unguessable. */
    salt: string,
    name: text,
    /** IANA name, for people only; the offsets below are what counts. */
    zone: string,
    languages: nonEmpty(string),
    digits: oneOf('latn', 'arab'),
    hourCycle: oneOf('h23', 'h12'),
    /** Bell clock − true time in ms: a bell rings at its civil time minus this. */
    bellOffsetMs: number,
    theme: oneOf('auto', 'light', 'dark'),
    /** Minutes are counted down in exams too. */
    examCountdown: boolean,
    /** A data URL. */
    logo: optional(string),
  }),
  /** Ascending `[from instant, UTC offset in seconds]`; the first holds before it, too. */
  offsets: nonEmpty(tuple(instant, number)),
  /** First and last service date that the timetable speaks of. */
  coverage: object({ from: dayNumber, through: dayNumber }),
  tracks: nonEmpty(object({ id: string, name: text })),
  bells: list(list(Period)),
  bellSchedules: list(BellSchedule),
  dayKinds: list(DayKind),
  /** One index into `dayKinds` per date, from `coverage.from`. */
  days: list(into('dayKinds')),
  /** Per weekday, Sunday first: an index into `bellSchedules`, or null. For dates after coverage. */
  usual: optional(list(nullable(bellScheduleIndex))),
  cycle: optional(list(object({ id: string, name: text }))),
  classes: list(Class),
  subjects: list(named),
  teachers: list(named),
  rooms: list(named),
  lessons: list(Lesson),
  changes: list(Change),
  exams: list(Exam),
  duties: list(Duty),
  notices: list(Notice),
  honours: list(Honour),
  events: list(Event),
  alerts: list(Alert),
  /** Ascending `[day number, year, month 1–12]` of the first of each Hijri month; empty: not shown. */
  hijri: list(tuple(dayNumber, number, number)),
  polling: PollingPeriods,
});

export type Snapshot = Guarded<typeof Snapshot>;
export type Lesson = Snapshot['lessons'][number];
export type Change = Snapshot['changes'][number];
export type DayKind = Snapshot['dayKinds'][number];

/**
 * The snapshot in the text of a response or of a stored copy. Throws a `ParseError`.
 *
 * Indexes are checked too: past this parser, every reference leads somewhere.
 */
export function parseSnapshot(text: string): Snapshot {
  const snapshot = parseAs(Snapshot, parseJson(text, 'snapshot'), 'snapshot');
  const { coverage, days } = snapshot;
  if (days.length !== coverage.through - coverage.from + 1) {
    throw new ParseError('snapshot', [problemAt('days', days, 'not one for each date')]);
  }
  return snapshot;
}
