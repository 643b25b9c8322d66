import type { Snapshot } from '../contract/snapshot.ts';
import { inOrder, periodsOn } from './bells.ts';
import { keptIn } from './kept-in.ts';
import { entriesIn, isTeaching } from './lessons.ts';
import type { Board, Cell, PeriodAt, Row, TrackDay } from './wall.ts';

/**
 * What the board shows of `classes` (indexes) on a service day, given what is on in each of their
 * tracks.
 *
 * In a lesson, what every class has now; before school and in breaks, what it has next; when the day
 * is over or there is none, the next school day.
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
  return dayBoard(snapshot, classes, Array.from(trackDays.keys()), day);

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

function cellOf(snapshot: Snapshot, index: number, period: PeriodAt | undefined): Cell {
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

function dayBoard(
  snapshot: Snapshot,
  classes: readonly number[],
  tracks: readonly number[],
  day: number,
): Board {
  // Before the coverage begins, its first days are the next.
  const first = Math.max(day + 1, snapshot.coverage.from);
  for (let next = first; next <= snapshot.coverage.through; next++) {
    const byTrack = new Map(
      tracks.map((track): [number, readonly PeriodAt[]] => [
        track,
        periodsOn(snapshot, track, next).filter((one) => isTeaching(snapshot, one)),
      ]),
    );
    const periods = byKey(byTrack);
    if (periods.length > 0) {
      const rows = classes.map((index) => {
        const own = byTrack.get(trackOf(snapshot, index)) || [];
        const cells = periods.map(({ key }) =>
          cellOf(
            snapshot,
            index,
            own.find((one) => one.key === key),
          ),
        );
        return { class: index, cells };
      });
      return { kind: 'day', day: next, periods, rows };
    }
  }
  return { kind: 'none' };
}

/** Every period that a track has, once for each key: where it begins first. */
function byKey(byTrack: ReadonlyMap<number, readonly PeriodAt[]>): readonly PeriodAt[] {
  const periods = new Map<string, PeriodAt>();
  byTrack.forEach((own) => {
    for (const period of own) {
      const first = keptIn(periods, period.key, () => period);
      if (period.start < first.start) periods.set(period.key, period);
    }
  });
  return Array.from(periods.values()).sort(inOrder);
}
