import { holdsFor } from './holds.ts';

const SHORTEST_MS = 8000;
const MS_TO_LOOK_UP = 3000;
const MS_PER_WORD = 500;

/** How long a text stays: long enough to look up and read it. */
export function dwellOf(text: string): number {
  return Math.max(SHORTEST_MS, MS_TO_LOOK_UP + MS_PER_WORD * text.split(/\s+/).length);
}

/**
 * Which of several things takes its turn at `instant`, each for its own time in ms. A function of the
 * instant alone, so that all screens of a hall turn together.
 */
export function turnAt(dwells: readonly number[], instant: number): number {
  const cycle = dwells.reduce((sum, one) => sum + one, 0);
  let left = cycle > 0 ? instant % cycle : 0;
  const turn = dwells.findIndex((dwell) => (left -= dwell) < 0);
  if (cycle > 0) holdsFor(-left);
  return Math.max(0, turn);
}
