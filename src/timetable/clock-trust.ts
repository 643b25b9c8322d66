/** What is known about the clock of a screen. Instants are corrected ones. */
export type ClockFacts = {
  readonly instant: number;
  /** The highest instant that this screen has ever seen: at first, when its app was built. */
  readonly highest: number;
  /** The endpoint has answered since the device was switched on. */
  readonly isAnswered: boolean;
  /** The device has come back from being off with its clock behind before. */
  readonly losesTime: boolean;
};

export type ClockTrust = 'trusted' | 'untrusted';

const SLACK_MS = 2_000;
const LOST_MS = 60_000;

/** Whether the wall may point at a lesson as the current one. */
export function clockTrust({ instant, highest, isAnswered, losesTime }: ClockFacts): ClockTrust {
  const isPlausible = instant >= highest - SLACK_MS && !losesTime;
  return isAnswered || isPlausible ? 'trusted' : 'untrusted';
}

/**
 * Whether the first answer after a boot shows that the device's clock stood still, or began anew,
 * while it was off: its offset is another one than before.
 */
export function hasLostTime(offsetBefore: number, offsetAfter: number): boolean {
  return Math.abs(offsetAfter - offsetBefore) > LOST_MS;
}
