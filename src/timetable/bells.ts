import type { DayKind, Period, Snapshot } from '../contract/snapshot.ts';
import { instantOf, weekdayOf } from './civil.ts';
import type { PeriodAt } from './wall.ts';

/** What `day` is like; `undefined` outside the published timetable. */
export function dayKindOn(snapshot: Snapshot, day: number): DayKind | undefined {
  const kind = snapshot.days[day - snapshot.coverage.from];
  return kind === undefined ? undefined : snapshot.dayKinds[kind];
}

/**
 * The bell schedule of a track on a service date: an index into `bellSchedules`, `null` when it is
 * closed, the name of a schedule that nobody defined, or `undefined` outside the coverage.
 *
 * After the coverage, the school's usual week goes on if it has one.
 */
export function scheduleOn(
  snapshot: Snapshot,
  track: number,
  day: number,
): number | null | string | undefined {
  if (day > snapshot.coverage.through) return snapshot.usual?.[weekdayOf(day)];
  return dayKindOn(snapshot, day)?.schedules[track];
}

/** The periods of a track that belong to service date `day`, by start, end and name. */
export function periodsOn(snapshot: Snapshot, track: number, day: number): readonly PeriodAt[] {
  const known = cacheOf(snapshot);
  const key = day * snapshot.tracks.length + track;
  const found = known.get(key);
  if (found) return found;
  const periods = resolvedPeriods(snapshot, track, day);
  // A wall asks for the same few days every second; a search through the holidays must not pile up.
  if (known.size >= MOST_CACHED) known.clear();
  known.set(key, periods);
  return periods;
}

const MOST_CACHED = 256;
const cache = new WeakMap<Snapshot, Map<number, readonly PeriodAt[]>>();

function cacheOf(snapshot: Snapshot): Map<number, readonly PeriodAt[]> {
  const found = cache.get(snapshot);
  if (found) return found;
  const made = new Map<number, readonly PeriodAt[]>();
  cache.set(snapshot, made);
  return made;
}

function resolvedPeriods(snapshot: Snapshot, track: number, day: number): readonly PeriodAt[] {
  const schedule = scheduleOn(snapshot, track, day);
  if (typeof schedule !== 'number') return [];
  const list = snapshot.bellSchedules[schedule]?.bells[track];
  const periods = list === undefined ? undefined : snapshot.bells[list];
  if (periods === undefined) return [];
  return periods
    .map((period) => periodAt(snapshot, period, day))
    .filter(({ start, end }) => start < end)
    .sort(inOrder);
}

function periodAt({ offsets, school }: Snapshot, period: Period, day: number): PeriodAt {
  const { key, kind, name, short } = period;
  return {
    key,
    kind,
    name,
    short,
    // A bell clock that runs ahead of true time rings early.
    start: instantOf(offsets, day, period.start) - school.bellOffsetMs,
    end: instantOf(offsets, day, period.end) - school.bellOffsetMs,
    day,
  };
}

/** Order of periods: by start, then end, then name in code-point order. */
export function inOrder(a: PeriodAt, b: PeriodAt): number {
  return a.start - b.start || a.end - b.end || byCodePoint(labelOf(a), labelOf(b));
}

function labelOf({ name, key }: PeriodAt): string {
  for (const language in name) return name[language] ?? key;
  return key;
}

// `<` on strings compares UTF-16 units, which puts rare letters before some common ones.
function byCodePoint(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let at = 0; at < left.length && at < right.length; at++) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
