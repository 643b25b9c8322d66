import type { Snapshot } from '../contract/snapshot.ts';
import { bellAt, bellsOn } from './bells.ts';
import { dayAt } from './civil.ts';

const BEFORE_FIRST_BELL_MS = 30 * 60_000;

/** Whether `instant` lies between 30 minutes before the first bell and the last bell of any track. */
export function inHoursAt(snapshot: Snapshot, instant: number): boolean {
  const day = dayAt(snapshot.offsets, instant);
  // Bells of a service date may ring on the civil dates next to it.
  return [day - 1, day, day + 1].some((date) => isWithinHoursOf(snapshot, date, instant));
}

function isWithinHoursOf(snapshot: Snapshot, day: number, instant: number): boolean {
  let first = Infinity;
  let last = -Infinity;
  snapshot.tracks.forEach((_, track) => {
    for (const { start, end } of bellsOn(snapshot, track, day)) {
      first = Math.min(first, start);
      last = Math.max(last, end);
    }
  });
  return (
    first < last &&
    bellAt(snapshot, day, first) - BEFORE_FIRST_BELL_MS <= instant &&
    instant < bellAt(snapshot, day, last)
  );
}
