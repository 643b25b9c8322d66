import type { Span } from './tape.ts';

/** Whether nobody can be reached at `at`. */
export function isDownAt(down: readonly Span[], at: number): boolean {
  return down.some(({ from, to }) => from <= at && at < to);
}
