import type { OverlayName } from './page-facts.ts';

const DIAGNOSTICS_MS = 60_000;
/** What takes its time, and must not hide a wall for ever when nobody closes it. */
const INSTALLING_MS = 20 * 60_000;

/** What a technician has called over the wall, which goes away by itself. Times are monotonic, in ms. */
export type OverlayCall = {
  readonly name: OverlayName;
  readonly until: number;
};

/** Nothing is called. */
export const NO_CALL: OverlayCall = { name: 'selfTest', until: 0 };

export function overlayCall(name: OverlayName, now: number): OverlayCall {
  return { name, until: now + (name === 'diagnostics' ? DIAGNOSTICS_MS : INSTALLING_MS) };
}

/** What lies over the wall now. */
export function calledAt({ name, until }: OverlayCall, now: number): OverlayName | false {
  return now < until && name;
}
