import { stepsIn } from './holds.ts';

/** Time left, as it is counted on the wall. */
export type Count = { readonly value: number; readonly unit: 'minutes' | 'seconds' };

const MS_PER_SECOND = 1_000;
const MS_PER_MINUTE = 60_000;

/**
 * What is left until `instant + ms`: whole minutes rounded up, and seconds in the last minute.
 * `undefined` when nothing is left, so that no wall ever shows a zero.
 */
export function countOf(ms: number): Count | undefined {
  if (ms <= 0) return undefined;
  const isLast = ms <= MS_PER_MINUTE;
  // What is left goes down as the time goes on.
  const value = -stepsIn(-ms, isLast ? MS_PER_SECOND : MS_PER_MINUTE);
  return { value, unit: isLast ? 'seconds' : 'minutes' };
}

/** Whole minutes, rounded up. */
export function minutesIn(ms: number): number {
  return Math.ceil(ms / MS_PER_MINUTE);
}
