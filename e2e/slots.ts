import type { Asked, Screen } from './hall.ts';

/*
 * When a screen may ask, told once more and apart from the app's own code: slots are at
 * (k + phase) · period, counted from 1970.
 */

export const IN_HOURS_MS = 60_000;
export const OFF_HOURS_MS = 900_000;
/** Tests live by seconds, and a wall is told the time that closely. */
const STEP_MS = 1_000;
const QUIET_STEP_MS = 6_000;
/** An answer that a busy machine lets come a step late has set the wall's clock by as much. */
const TOLERANCE_MS = 2 * STEP_MS;

/** The number of the slot in which each request for the screen document was made; -1 outside of any. */
export function slotsOf(asked: readonly Asked[], phase: number, periodMs: number): number[] {
  return asked
    .filter(({ route }) => route === '/v1/screen')
    .map(({ at }) => {
      const slot = Math.round(at / periodMs - phase);
      return Math.abs(at - (slot + phase) * periodMs) <= TOLERANCE_MS ? slot : -1;
    });
}

/** The first slot after an instant. */
export function slotAfter(instant: number, phase: number, periodMs: number): number {
  return (Math.floor(instant / periodMs - phase) + 1 + phase) * periodMs;
}

/** Lives on until an instant: second by second about each slot, in larger steps where nothing is asked. */
export async function liveUntil(screen: Screen, phase: number, until: number): Promise<void> {
  while (screen.now() < until) {
    const periods = [IN_HOURS_MS, OFF_HOURS_MS];
    const slot = Math.min(...periods.map((period) => slotAfter(screen.now(), phase, period)));
    const left = Math.min(slot - 2 * STEP_MS, until) - screen.now();
    await screen.live(Math.floor(left / STEP_MS) * STEP_MS, QUIET_STEP_MS);
    await screen.live(Math.min(4 * STEP_MS, until - screen.now()));
  }
}

/** Lives through one period of a school day, and so through one slot. */
export function throughSlot(screen: Screen, phase: number): Promise<void> {
  return liveUntil(screen, phase, screen.now() + IN_HOURS_MS);
}
