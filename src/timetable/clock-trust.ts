/** What is known about the clock of a screen. Instants are corrected ones. */
export type ClockFacts = {
  readonly instant: number;
  /** When the app was built: no screen can run it before. */
  readonly builtAt: number;
  /** The highest instant that this screen has ever seen; absent before its first answer. */
  readonly highest?: number | undefined;
  /** The endpoint has answered since the device was switched on. */
  readonly isAnswered: boolean;
  /** The device has come back from being off with its clock behind before. */
  readonly losesTime: boolean;
  /** A person has looked at the time since the device was switched on, and said that it is right. */
  readonly isConfirmed?: boolean | undefined;
};

/** `confirmed`: by a person, until the endpoint answers. */
export type ClockTrust = 'trusted' | 'confirmed' | 'untrusted';

const SLACK_MS = 2_000;
const LOST_MS = 60_000;

/** Whether the wall may point at a lesson as the current one. */
export function clockTrust(facts: ClockFacts): ClockTrust {
  const { instant, builtAt, highest, isAnswered, losesTime, isConfirmed = false } = facts;
  if (isAnswered) return 'trusted';
  // The endpoint's clock is the authority: once it has answered, the time of the build adds nothing.
  if (instant < (highest ?? builtAt) - SLACK_MS) return isConfirmed ? 'confirmed' : 'untrusted';
  if (losesTime) return isConfirmed ? 'confirmed' : 'untrusted';
  return 'trusted';
}

/**
 * Whether the first answer after a boot shows that the device's clock stood still, or began anew,
 * while it was off: its offset is another one than before.
 */
export function hasLostTime(offsetBefore: number, offsetAfter: number): boolean {
  return Math.abs(offsetAfter - offsetBefore) > LOST_MS;
}
