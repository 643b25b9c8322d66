import type { Snapshot } from '../contract/snapshot.ts';
import { inOrder, periodsOn } from './bells.ts';
import { entriesIn, isTeaching } from './lessons.ts';
import type { Board, Cell, PeriodAt, Row, TrackDay } from './wall.ts';

/**
 * What the board shows of `classes` (indexes), given what is on in each of their tracks.
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
  const now = days.some(({ current }) => current.some((one) => isTeaching(snapshot, one)));
  if (now)
    return { kind: 'now', rows: rowsOf((track) => nowOrNext(snapshot, trackDays.get(track), day)) };
  const upcoming = firstOf(days.map((one) => nextTeaching(snapshot, one, day)));
  if (upcoming !== undefined) {
    return {
      kind: 'next',
      period: upcoming,
      rows: rowsOf((track) => nextTeaching(snapshot, trackDays.get(track), day)),
    };
  }
  return dayBoard(snapshot, classes, Array.from(trackDays.keys()), day);

  function rowsOf(periodOf: (track: number) => PeriodAt | undefined): readonly Row[] {
    return classes.map((index) => {
      const track = snapshot.classes[index]?.track ?? 0;
      return { class: index, cells: [cellOf(snapshot, index, periodOf(track))] };
    });
  }
}

function cellOf(snapshot: Snapshot, index: number, period: PeriodAt | undefined): Cell {
  return { period, entries: period ? entriesIn(snapshot, index, period) : [] };
}

function nowOrNext(
  snapshot: Snapshot,
  trackDay: TrackDay | undefined,
  day: number,
): PeriodAt | undefined {
  const running = trackDay?.current.filter((one) => isTeaching(snapshot, one)) ?? [];
  // Of overlapping periods the one that began last is what people were called to.
  return running[running.length - 1] ?? nextTeaching(snapshot, trackDay, day);
}

/** The next period with lessons before the school day ends: today's, or a night's that began before. */
function nextTeaching(
  snapshot: Snapshot,
  trackDay: TrackDay | undefined,
  day: number,
): PeriodAt | undefined {
  if (trackDay === undefined) return undefined;
  const { next, today } = trackDay;
  const from = next[0]?.start ?? Infinity;
  return next
    .concat(today.filter(({ start }) => start > from))
    .find((one) => one.day <= day && isTeaching(snapshot, one));
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
      return {
        kind: 'day',
        day: next,
        periods,
        rows: classes.map((index) => ({
          class: index,
          cells: periods.map(({ key }) => {
            const own = byTrack.get(snapshot.classes[index]?.track ?? 0) ?? [];
            return cellOf(
              snapshot,
              index,
              own.find((one) => one.key === key),
            );
          }),
        })),
      };
    }
  }
  return { kind: 'none' };
}

function byKey(byTrack: ReadonlyMap<number, readonly PeriodAt[]>): readonly PeriodAt[] {
  const periods = new Map<string, PeriodAt>();
  byTrack.forEach((own) => {
    own.forEach((period) => {
      const found = periods.get(period.key);
      if (found === undefined || period.start < found.start) periods.set(period.key, period);
    });
  });
  return Array.from(periods.values()).sort(inOrder);
}

function firstOf(periods: readonly (PeriodAt | undefined)[]): PeriodAt | undefined {
  return periods.reduce(
    (first, one) =>
      one !== undefined && (first === undefined || one.start < first.start) ? one : first,
    undefined,
  );
}
