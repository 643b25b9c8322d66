import type { School } from '../src/contract/school.ts';
import type { PeriodKind, Snapshot } from '../src/contract/snapshot.ts';
import { textIn, type Text } from '../src/contract/text.ts';
import { compile } from '../src/school/compile.ts';
import { dayNumber } from '../src/school/day-number.ts';
import { dayKindOn } from '../src/timetable/bells.ts';
import { civilAt, dateText, timeText, type Offsets } from '../src/timetable/civil.ts';
import { entriesIn, isTeaching } from '../src/timetable/lessons.ts';
import { scheduleName } from '../src/timetable/schedule-name.ts';
import { trackDayAt } from '../src/timetable/track-day.ts';
import type { Entry, PeriodAt, TrackDay, TrackDayKind } from '../src/timetable/wall.ts';

export type NowPeriod = {
  readonly label: string;
  readonly kind: string;
  /** Instants, ISO 8601 in UTC. */
  readonly start: string;
  readonly end: string;
  /** The date that the period belongs to; the clock may be past midnight already. */
  readonly serviceDate: string;
};

export type NowLesson = {
  readonly period: string;
  readonly subject: string | null;
  readonly teachers: readonly string[];
  readonly rooms: readonly string[];
  readonly group: string | null;
  readonly mark: Entry['mark'] | null;
};

/** What is on at an instant, in words and instants that need no snapshot to be understood. */
export type NowAnswer = {
  readonly date: string;
  readonly time: string;
  readonly utcOffset: string;
  readonly dayType: string | null;
  readonly dayLabel: string | null;
  readonly state: string;
  readonly current: readonly NowPeriod[];
  readonly next: readonly NowPeriod[];
  readonly nextChange: string | null;
  /** With a class only: what it has now. */
  readonly lesson?: readonly NowLesson[];
};

/** The kinds of `riwaq now --json`, which other programs know. */
const KIND_NAMES: Readonly<Record<PeriodKind, string>> = {
  lesson: 'class',
  break: 'break',
  lunch: 'lunch',
  prayer: 'break',
  passing: 'passing',
  assembly: 'event',
  exam: 'event',
  other: 'other',
};

const STATE_NAMES: Readonly<Record<TrackDayKind, string>> = {
  before: 'before',
  in: 'in',
  gap: 'gap',
  after: 'after',
  closed: 'closed',
  unknown: 'unknown-day-type',
  beforeCoverage: 'closed',
  afterCoverage: 'closed',
};

export type NowQuestion = {
  /** Index of the track, and of the class whose lesson is asked for. */
  readonly track: number;
  readonly classIndex?: number | undefined;
};

/**
 * Answers what is on at any instant, by the rules of the school document.
 *
 * The published term limits what a wall shows and which lessons are named, not how far ahead the
 * next period is looked for here: the week goes on in both directions.
 */
export function makeNowAnswer(
  school: School,
  offsets: Offsets,
  { track, classIndex }: NowQuestion,
): (instant: number) => NowAnswer {
  const snapshots = new Map<number, Snapshot>();
  const languages = school.languages;

  return (instant) => {
    const snapshot = snapshotFor(civilAt(offsets, instant).year);
    const civil = civilAt(snapshot.offsets, instant);
    const trackDay = trackDayAt(snapshot, track, instant);
    const schedule = scheduleName(snapshot, track, civil.day);
    const label = dayKindOn(snapshot, civil.day)?.labels?.[track] ?? schedule?.name;
    return {
      date: dateText(civil.day),
      time: timeText(civil.second),
      utcOffset: offsetText(civil.offset),
      dayType: schedule?.id ?? null,
      dayLabel: inWords(label),
      state: STATE_NAMES[trackDay.kind],
      current: inOrder(trackDay.current).map(periodOf),
      next: inOrder(trackDay.next).map(periodOf),
      nextChange: nextChange(trackDay),
      ...(classIndex !== undefined && { lesson: lessonsOf(snapshot, trackDay, classIndex) }),
    };
  };

  // A calendar is resolved into a table of days; one table a year serves any run of instants.
  function snapshotFor(year: number): Snapshot {
    const found = snapshots.get(year);
    if (found) return found;
    const calendar = {
      ...school.calendar,
      from: `${year - 1}-12-25`,
      through: `${year + 2}-02-15`,
    };
    const snapshot = compile({ ...school, calendar }, { offsets, salt: '' });
    snapshots.set(year, snapshot);
    return snapshot;
  }

  function lessonsOf(
    snapshot: Snapshot,
    { current }: TrackDay,
    index: number,
  ): readonly NowLesson[] {
    const published = current.filter(
      (period) =>
        dayNumber(school.calendar.from) <= period.day &&
        period.day <= dayNumber(school.calendar.through) &&
        isTeaching(snapshot, period),
    );
    return published.flatMap((period) =>
      entriesIn(snapshot, index, period).map((entry) => ({
        period: labelOf(period),
        subject: inWords(
          entry.subject === undefined ? undefined : snapshot.subjects[entry.subject]?.name,
        ),
        teachers: entry.teachers.map((at) => inWords(snapshot.teachers[at]?.name) ?? ''),
        rooms: entry.rooms.map((at) => inWords(snapshot.rooms[at]?.name) ?? ''),
        group: entry.group ?? null,
        mark: entry.mark ?? null,
      })),
    );
  }

  function periodOf(period: PeriodAt): NowPeriod {
    return {
      label: labelOf(period),
      kind: KIND_NAMES[period.kind],
      start: instantText(period.start),
      end: instantText(period.end),
      serviceDate: dateText(period.day),
    };
  }

  function inOrder(periods: readonly PeriodAt[]): readonly PeriodAt[] {
    return periods
      .slice()
      .sort((a, b) => a.start - b.start || a.end - b.end || inCodePoints(labelOf(a), labelOf(b)));
  }

  function labelOf({ name, key }: PeriodAt): string {
    return inWords(name) ?? key;
  }

  function inWords(text: Text | undefined): string | null {
    return text === undefined ? null : textIn(text, languages);
  }
}

/** `<` on strings compares UTF-16 units, which puts rare letters before some common ones. */
function inCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function nextChange({ current, next }: TrackDay): string | null {
  const first = Math.min(...current.map(({ end }) => end), ...next.map(({ start }) => start));
  return first === Infinity ? null : instantText(first);
}

/** ISO 8601 in UTC, without milliseconds where there are none. */
function instantText(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

function offsetText(seconds: number): string {
  return `${seconds < 0 ? '-' : '+'}${timeText(Math.abs(seconds)).slice(0, 5)}`;
}
