import { quantile } from '../quantile.ts';
import type { Footprint } from './page-footprint.ts';

export type Growth = {
  readonly what: keyof Footprint;
  /** Medians of the first and of the last samples. */
  readonly first: number;
  readonly last: number;
  readonly factor: number;
};

const WHAT: readonly (keyof Footprint)[] = [
  'heap',
  'nodes',
  'listeners',
  'timers',
  'indexedDB',
  'caches',
];
/** So many at either end: one alone is chance. */
const MOST_SAMPLES = 4;

/** How what a page keeps has grown between the first footprints and the last. */
export function grownBy(footprints: readonly Footprint[]): readonly Growth[] {
  const count = Math.min(MOST_SAMPLES, Math.floor(footprints.length / 2));
  if (count === 0) return [];
  return WHAT.map((what) => {
    const values = footprints.map((one) => one[what]);
    const first = quantile(values.slice(0, count), 0.5);
    const last = quantile(values.slice(-count), 0.5);
    return { what, first, last, factor: last / first };
  });
}
