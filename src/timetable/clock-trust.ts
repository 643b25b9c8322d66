import type { StoredClock } from '../contract/stored.ts';

/** What is known about the clock of a screen. Instants are corrected ones. */
export type ClockFacts = {
  readonly instant: number;
  /** The highest instant that this screen has ever seen: at first, when its app was built. */
  readonly highest: number;
  /** The endpoint has answered since the device was switched on. */
  readonly isAnswered: boolean;
  /** The device's clock stands still, or begins anew, while it is off; `undefined`: not known yet. */
  readonly losesTime: boolean | undefined;
};

const SLACK_MS = 2_000;
const LOST_MS = 60_000;
/** What has been seen is stored every ten minutes: a clock that stood still goes on within these. */
const STOPPED_MS = 12 * 60_000;

/** Whether the wall may point at a lesson as the current one. */
export function isClockTrusted({ instant, highest, isAnswered, losesTime }: ClockFacts): boolean {
  // A device of which nothing is known may go on where it was switched off.
  const from = highest + (losesTime === false ? -SLACK_MS : STOPPED_MS);
  return isAnswered || (!losesTime && instant >= from);
}

/**
 * What is known of a device's clock at its first answer after being off, from what was stored before
 * and the offset and instant that the answer tells. That it has lost time once says enough.
 */
export function losesTimeOff(
  before: StoredClock,
  offset: number,
  instant: number,
): boolean | undefined {
  if (before.losesTime || Math.abs(offset - before.offset) > LOST_MS) return true;
  return instant > before.highest + STOPPED_MS ? false : before.losesTime;
}
