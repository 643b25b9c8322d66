import type { DayKind, Period, Snapshot } from '../contract/snapshot.ts';
import { instantOf, weekdayOf } from './civil.ts';
import { keptIn } from './kept-in.ts';
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
  const { usual = [] } = snapshot;
  if (day > snapshot.coverage.through) return usual[weekdayOf(day)];
  const { schedules = [] } = dayKindOn(snapshot, day) || {};
  return schedules[track];
}

/** The periods of a track that belong to service date `day`, by start, end and key. */
export function periodsOn(snapshot: Snapshot, track: number, day: number): readonly PeriodAt[] {
  const known = keptIn(cache, snapshot, () => new Map<number, readonly PeriodAt[]>());
  // A wall asks for the same few days every second; a search through the holidays must not pile up.
  if (known.size >= MOST_CACHED) known.clear();
  const key = day * snapshot.tracks.length + track;
  return keptIn(known, key, () => resolvedPeriods(snapshot, track, day));
}

const MOST_CACHED = 256;
const cache = new WeakMap<Snapshot, Map<number, readonly PeriodAt[]>>();

function resolvedPeriods(snapshot: Snapshot, track: number, day: number): readonly PeriodAt[] {
  return bellsOn(snapshot, track, day)
    .map((period) => periodAt(snapshot, period, day))
    .filter(({ start, end }) => start < end)
    .sort(inOrder);
}

/** The periods of a track on service date `day` as its bell schedule lists them. */
export function bellsOn(snapshot: Snapshot, track: number, day: number): readonly Period[] {
  const schedule = scheduleOn(snapshot, track, day);
  if (typeof schedule !== 'number') return [];
  const { bells = [] } = snapshot.bellSchedules[schedule] || {};
  const { [track]: list = -1 } = bells;
  return snapshot.bells[list] || [];
}

/** The instant of the bell at `second` of service date `day`. */
export function bellAt({ offsets, school }: Snapshot, day: number, second: number): number {
  // A bell clock that runs ahead of true time rings early.
  return instantOf(offsets, day, second) - school.bellOffsetMs;
}

function periodAt(
  snapshot: Snapshot,
  { key, kind, name, short, start, end }: Period,
  day: number,
): PeriodAt {
  const at = (second: number) => bellAt(snapshot, day, second);
  return { key, kind, name, short, start: at(start), end: at(end), day };
}

/** Order of periods: by start, then end, then key. */
export function inOrder(a: PeriodAt, b: PeriodAt): number {
  return a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1);
}
