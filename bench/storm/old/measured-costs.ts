/*
 * What the old service's work took when it was run again from its own source, with 200 schools × 3
 * screens, two workers and two cores. Sources: original.md §7.2 unless another one is named.
 */

export type Costs = {
  /** A screen's first snapshot, of a school that nobody has asked for: 0.7 s of it is the wait before the lock. */
  readonly coldMs: number;
  /** A screen's first snapshot, of a school that has been built; it waits all the same. */
  readonly coolMs: number;
  /** A snapshot that is kept for this screen: least and most. */
  readonly hotMs: readonly [least: number, most: number];
  /** The status question. */
  readonly statusMs: readonly [least: number, most: number];
  /** The build alone, outside school hours and inside: median and 95th percentile. */
  readonly buildOffMs: readonly [median: number, p95: number];
  readonly buildOnMs: readonly [median: number, p95: number];
};

const COLD_MS = 774;
/** "Warming 600 screens, 4 clients: 171.7 s", on two workers, of which 200 were the first of their school. */
const WARMED = { screens: 600, schools: 200, workers: 2, ms: 171_700 };
const { screens, schools, workers, ms } = WARMED;

export const MEASURED: Costs = {
  coldMs: COLD_MS,
  coolMs: (ms * workers - schools * COLD_MS) / (screens - schools),
  hotMs: [2.7, 14],
  statusMs: [0.5, 6],
  buildOffMs: [5.9, 12.7],
  buildOnMs: [35.6, 49.7],
};
