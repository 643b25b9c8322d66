import { quantile } from '../quantile.ts';
import type { Footprint } from './page-footprint.ts';

export type Growth = {
  readonly what: keyof Footprint;
  /** The median of the first samples, and of the last. */
  readonly first: number;
  readonly last: number;
  readonly factor: number;
  /** Every sample is known, and none of it is above what counts as flat. */
  readonly isFlat: boolean;
};

const WHAT: readonly (keyof Footprint)[] = [
  'heap',
  'nodes',
  'listeners',
  'timers',
  'indexedDB',
  'caches',
];
const MOST_GROWTH = 1.1;
/**
 * In bytes. The browser's database appends every write to a log that it folds up at 4 MB: it grows to
 * that, falls, and grows again.
 */
const MOST_DATABASE = 8 * 2 ** 20;
/** So many at either end: one alone is chance, as where a page holds an edit and what was before. */
const MOST_SAMPLES = 12;

/**
 * How what a page keeps has grown between the first footprints and the last: up to twelve at either end,
 * and no footprint at both. Empty without one for each end: then nothing is known.
 */
export function grownBy(footprints: readonly Footprint[]): readonly Growth[] {
  const count = Math.min(MOST_SAMPLES, Math.floor(footprints.length / 2));
  if (count === 0) return [];
  return WHAT.map((what) => {
    const values = footprints.map((one) => one[what]);
    const first = quantile(values.slice(0, count), 0.5);
    const last = quantile(values.slice(-count), 0.5);
    // Nothing of it is ever nothing: the wall is kept in both stores, and its tick is a timer.
    const isKnown = values.every((value) => value > 0);
    const isLow =
      what === 'indexedDB' ? Math.max(...values) <= MOST_DATABASE : last <= first * MOST_GROWTH;
    return { what, first, last, factor: last / first, isFlat: isKnown && isLow };
  });
}

/** Whether all of it is known, and none of it has grown by more than what counts as flat. */
export function isAllFlat(growth: readonly Growth[]): boolean {
  return growth.length > 0 && growth.every(({ isFlat }) => isFlat);
}
