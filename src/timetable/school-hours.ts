import type { Snapshot } from '../contract/snapshot.ts';
import { periodsOn } from './bells.ts';
import { civilAt } from './civil.ts';

const BEFORE_FIRST_BELL_MS = 30 * 60_000;

/** Whether `instant` lies between 30 minutes before the first bell and the last bell of any track. */
export function inHoursAt(snapshot: Snapshot, instant: number): boolean {
  const { day } = civilAt(snapshot.offsets, instant);
  return [day - 1, day, day + 1].some((date) => {
    const hours = hoursOn(snapshot, date);
    return hours !== undefined && hours.from <= instant && instant < hours.until;
  });
}

/** The instants between which a service date is polled often; `undefined` without bells. */
export function hoursOn(
  snapshot: Snapshot,
  day: number,
): { readonly from: number; readonly until: number } | undefined {
  let from = Infinity;
  let until = -Infinity;
  snapshot.tracks.forEach((_, track) => {
    for (const { start, end } of periodsOn(snapshot, track, day)) {
      from = Math.min(from, start - BEFORE_FIRST_BELL_MS);
      until = Math.max(until, end);
    }
  });
  return from < until ? { from, until } : undefined;
}
