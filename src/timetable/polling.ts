import type { Snapshot } from '../contract/snapshot.ts';
import { slotAfter } from './phase.ts';
import { inHoursAt } from './school-hours.ts';

/** When a screen may ask: its phase, the two periods, and which of them holds at an instant. */
export type Polling = {
  /** In [0, 1). */
  readonly phase: number;
  readonly inHoursMs: number;
  readonly offHoursMs: number;
  readonly isInHours: (instant: number) => boolean;
};

const UNTOLD_MS = 60_000;

/**
 * How a screen polls that shows `snapshot`, or that has none yet. Before `publishedAt` nobody can
 * show it: a clock that says so is wrong, does not know the hours, and must be put right soon.
 */
export function pollingOf(
  snapshot: Snapshot | undefined,
  phase: number,
  publishedAt = -Infinity,
): Polling {
  if (!snapshot) {
    return { phase, inHoursMs: UNTOLD_MS, offHoursMs: UNTOLD_MS, isInHours: () => true };
  }
  const { inHoursMs, offHoursMs } = snapshot.polling;
  const isInHours = (instant: number) => {
    try {
      return instant < publishedAt || inHoursAt(snapshot, instant);
    } catch {
      // A timetable whose bells make no sense must not keep the screen from asking for the next one.
      return true;
    }
  };
  return { phase, inHoursMs, offHoursMs, isInHours };
}

/**
 * The first slot after `instant`: of the short period inside school hours, of the long one outside.
 *
 * What counts is where the slot lies, so that hours never begin with a screen asleep.
 */
export function nextSlotAfter(polling: Polling, instant: number): number {
  const { phase, inHoursMs, offHoursMs, isInHours } = polling;
  let inside = slotAfter(instant, inHoursMs, phase);
  let outside = slotAfter(instant, offHoursMs, phase);
  for (;;) {
    if (inside <= outside) {
      if (isInHours(inside)) return inside;
      if (inside === outside) return outside;
      inside = slotAfter(inside, inHoursMs, phase);
    } else {
      if (!isInHours(outside)) return outside;
      outside = slotAfter(outside, offHoursMs, phase);
    }
  }
}
