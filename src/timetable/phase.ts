import { hashOf } from './hash-of.ts';

/** The golden ratio less one: its multiples fill the circle more evenly than any other number's. */
const GOLDEN = 0.618_033_988_749_894_9;

/** Phase in [0, 1) of the `n`-th screen of an endpoint; any number of them is spread almost evenly. */
export function phaseOfNth(n: number): number {
  return (n * GOLDEN) % 1;
}

/** Phase in [0, 1) of a screen that has not been told its own: a hash of its id, always the same. */
export function phaseOfId(id: string): number {
  return hashOf(id) / 2 ** 32;
}

/** The first slot after `instant`: slots are at (k + phase) · `periodMs`, on true time. */
export function slotAfter(instant: number, periodMs: number, phase: number): number {
  const slots = Math.floor(instant / periodMs - phase) + 1;
  const slot = (slots + phase) * periodMs;
  // Rounding may put the slot on `instant` itself, which would be asked in twice.
  return slot > instant ? slot : slot + periodMs;
}
