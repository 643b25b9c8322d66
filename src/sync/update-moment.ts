import type { Snapshot } from '../contract/snapshot.ts';
import { periodsOn } from '../timetable/bells.ts';
import { civilAt } from '../timetable/civil.ts';
import { hashOf } from '../timetable/hash-of.ts';

const BELL_MS = 5 * 60_000;
const FIRST_MINUTE = 60;
const MINUTES = 4 * 60;

/** The minute of the school's day, counted from midnight, in which this screen does its housework. */
export function nightlyMinute(screen: string): number {
  return FIRST_MINUTE + (hashOf(screen) % MINUTES);
}

/** Whether `instant` is this screen's own minute of the night, with no bell within five minutes. */
export function isUpdateMoment(snapshot: Snapshot, screen: string, instant: number): boolean {
  const { second } = civilAt(snapshot.offsets, instant);
  return Math.floor(second / 60) === nightlyMinute(screen) && !isNearBell(snapshot, instant);
}

/** Whether a bell of any track rings within five minutes of `instant`, before or after. */
export function isNearBell(snapshot: Snapshot, instant: number): boolean {
  const { day } = civilAt(snapshot.offsets, instant);
  // Bells of a service date may ring on the civil dates next to it.
  return snapshot.tracks.some((_, track) =>
    [day - 1, day, day + 1].some((date) =>
      periodsOn(snapshot, track, date).some(
        ({ start, end }) =>
          Math.abs(start - instant) < BELL_MS || Math.abs(end - instant) < BELL_MS,
      ),
    ),
  );
}
