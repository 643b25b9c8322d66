import type { Snapshot } from '../contract/snapshot.ts';
import { periodsOn } from '../timetable/bells.ts';
import type { PeriodAt } from '../timetable/wall.ts';

/**
 * The bells that a track has on most school days, for a screen that does not know the date: those of
 * the first date that has them. Empty when no date has any.
 */
export function commonBells(snapshot: Snapshot, track: number): readonly PeriodAt[] {
  const days = new Map<number, number[]>();
  snapshot.days.forEach((kind, at) => {
    const schedule = snapshot.dayKinds[kind]?.schedules[track];
    if (typeof schedule !== 'number') return;
    days.set(schedule, (days.get(schedule) ?? []).concat(snapshot.coverage.from + at));
  });
  const [most = []] = Array.from(days.values())
    .filter(([day = 0]) => periodsOn(snapshot, track, day).length > 0)
    .sort((a, b) => b.length - a.length);
  return most[0] === undefined ? [] : periodsOn(snapshot, track, most[0]);
}
