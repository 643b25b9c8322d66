import type { StoredClock } from '../contract/stored.ts';

const SLACK_MS = 2_000;
const LOST_MS = 60_000;
/** What has been seen is stored every ten minutes: a clock that stood still goes on within these. */
const STOPPED_MS = 12 * 60_000;

/**
 * Whether the wall may point at a lesson as the current one before the endpoint has answered. Times
 * are corrected ones: `highest` is the highest that this screen has ever seen, at first when its app
 * was built. A device that `losesTime` stands still or begins anew while it is off; `undefined`: that
 * is not known yet.
 */
export function isPlausible(
  instant: number,
  highest: number,
  losesTime: boolean | undefined,
): boolean {
  // A device of which nothing is known may go on where it was switched off.
  return !losesTime && instant >= highest + (losesTime === false ? -SLACK_MS : STOPPED_MS);
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
