import type { Steady } from './meter.ts';

/** The span whose fullest second is the fullest for its mean. */
export function fullestSpan(steady: readonly Steady[]): Steady {
  return steady.reduce((fullest, next) => (ratioOf(next) > ratioOf(fullest) ? next : fullest));
}

function ratioOf({ fullest, mean }: Steady): number {
  return mean > 0 ? fullest / mean : 0;
}
