import type { Tape } from './tape.ts';

const WARM_UP_MS = 20 * 60_000;

/** When the events of a tape begin: early enough for every screen to have polled once outside school hours. */
export function beginOf({ measured }: Tape): number {
  return measured.from - WARM_UP_MS;
}
