import type { Snapshot } from '../contract/snapshot.ts';
import { entriesIn, isTeaching } from './lessons.ts';
import type { Board, Cell, PeriodAt, Row, TrackDay } from './wall.ts';

/**
 * What the board shows of `classes` (indexes) on a service day, given what is on in each of their
 * tracks.
 *
 * In a lesson, what every class has now; before school and in breaks, what it has next; when the day
 * is over or there is none, where to look for the next school day (`comingDay`).
 */
export function boardOf(
  snapshot: Snapshot,
  classes: readonly number[],
  trackDays: ReadonlyMap<number, TrackDay>,
  day: number,
): Board {
  const days = Array.from(trackDays.values());
  // Lessons are never guessed: not for a day that nobody defined, nor past what was published.
  if (days.every(({ kind }) => kind === 'unknown')) return { kind: 'none' };
  const soon = (trackDay: TrackDay) => nextTeaching(snapshot, trackDay);
  if (days.some((one) => runningTeaching(snapshot, one))) {
    return { kind: 'now', rows: rowsOf((one) => runningTeaching(snapshot, one) || soon(one)) };
  }
  const period = days.map(soon).reduce(earlier, undefined);
  if (period) return { kind: 'next', period, rows: rowsOf(soon) };
  // Before the coverage begins, its first days are the next.
  const from = Math.max(day + 1, snapshot.coverage.from);
  return from > snapshot.coverage.through ? { kind: 'none' } : { kind: 'coming', from, classes };

  function rowsOf(periodOf: (trackDay: TrackDay) => PeriodAt | undefined): readonly Row[] {
    return classes.map((index) => {
      const trackDay = trackDays.get(trackOf(snapshot, index));
      return { class: index, cells: [cellOf(snapshot, index, trackDay && periodOf(trackDay))] };
    });
  }
}

/** The track of a class, both by index. */
export function trackOf({ classes }: Snapshot, index: number): number {
  const { track = 0 } = classes[index] || {};
  return track;
}

/** What a class (an index) has in a period of its track. */
export function cellOf(snapshot: Snapshot, index: number, period: PeriodAt | undefined): Cell {
  return { period, entries: period ? entriesIn(snapshot, index, period) : [] };
}

/** Of overlapping periods the one that began last is what people were called to. */
function runningTeaching(snapshot: Snapshot, { current }: TrackDay): PeriodAt | undefined {
  const running = current.filter((one) => isTeaching(snapshot, one));
  return running[running.length - 1];
}

/** The next period with lessons before the service day ends. */
function nextTeaching(snapshot: Snapshot, { day, next, today }: TrackDay): PeriodAt | undefined {
  const [first] = next;
  return next
    .concat(today.filter(({ start }) => first && start > first.start))
    .find((one) => one.day <= day && isTeaching(snapshot, one));
}

function earlier(first: PeriodAt | undefined, one: PeriodAt | undefined): PeriodAt | undefined {
  return one && !(first && first.start <= one.start) ? one : first;
}
