import { compareGenerations } from '../contract/generation.ts';
import type { Kept } from './kept.ts';

/*
 * Apart from what verifies a generation, so that a page can compare two without carrying the hash
 * and the guards.
 */

/** Negative, zero or positive as `a` is of an older, the same or a newer generation than `b`. */
export function compareKept(a: Pick<Kept, 'document'>, b: Pick<Kept, 'document'>): number {
  return compareGenerations(generationOf(a), generationOf(b));
}

function generationOf({ document }: Pick<Kept, 'document'>): string {
  return document.snapshot?.generation ?? '0.0';
}
