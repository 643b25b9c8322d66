import type { RefreshDice } from '../timetable/refresh.ts';
import { updateJitter, type UpdateJitter } from './update-jitter.ts';

/*
 * All the dice of a screen. Jitter is wherever many screens could come to do the same thing at the
 * same moment; it moves the network, never the wall.
 *
 *   steady polling            none: a constant phase per screen (`timetable/phase.ts`)
 *   nothing stored yet        first ask within U(0, 3 s), then full jitter, 5 → 60 s; a TV that waits
 *                             for a code likewise
 *   after `Retry-After: s`    s + U(0, 25 % of s)
 *   a changed snapshot        at once after the pointer; on `spread: s`, U(0, s)
 *   update checks             every 6 h ± 25 %
 *   applying an app update    a minute between 01:00 and 05:00, by hash of the screen's id
 *   the kill switch           U(0, 2 min) before it reloads the page
 */

const FIRST_ASK_MS = 3_000;
const BASE_MS = 5_000;
const CAP_MS = 60_000;

export type Jitter = RefreshDice & UpdateJitter;

/** Waits in ms, from a generator of numbers in [0, 1). */
export function jitterFrom(random: () => number): Jitter {
  return { ...refreshDiceFrom(random), ...updateJitter(random) };
}

/** Those of them that asking needs, which is all that a worker throws. */
export function refreshDiceFrom(random: () => number): RefreshDice {
  return {
    firstAsk: () => random() * FIRST_ASK_MS,
    withoutSnapshot: (failures) => random() * Math.min(CAP_MS, BASE_MS * 2 ** failures),
    retryAfter: (seconds) => seconds * 1000 * (1 + 0.25 * random()),
    spread: (seconds) => seconds * 1000 * random(),
  };
}
