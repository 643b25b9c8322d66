import type { Snapshot } from '../contract/snapshot.ts';
import { inOrder, periodsOn } from './bells.ts';
import { cellOf, trackOf } from './board.ts';
import { keptIn } from './kept-in.ts';
import { isTeaching } from './lessons.ts';
import type { ComingDay, PeriodAt, Wall } from './wall.ts';

/**
 * The next school day of the classes on a wall whose board is `coming`, with all that they have;
 * `undefined` when the published timetable has none. Apart from `wallAt`: it is needed at rest only.
 */
export function comingDay(
  snapshot: Snapshot,
  { board, heroes }: Pick<Wall, 'board' | 'heroes'>,
): ComingDay | undefined {
  if (board.kind !== 'coming') return undefined;
  const { classes, from } = board;
  const tracks = heroes.reduce<readonly number[]>((all, hero) => all.concat(hero.tracks), []);
  for (let day = from; day <= snapshot.coverage.through; day++) {
    const byTrack = new Map(
      tracks.map((track): [number, readonly PeriodAt[]] => [
        track,
        periodsOn(snapshot, track, day).filter((one) => isTeaching(snapshot, one)),
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
      return { day, periods, rows };
    }
  }
  return undefined;
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
