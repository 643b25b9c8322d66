import type { Row } from '../timetable/wall.ts';

/** A line of times above the rows of a coming day from `at` on. */
export type DayHead = {
  /** Index of the first row below it. */
  readonly at: number;
  /** Instant at which each period begins for these rows; absent: nothing to say here. */
  readonly starts: readonly (number | undefined)[];
};

/**
 * The lines of times over the rows of a coming day. The first has the times that hold for all rows;
 * where tracks differ, each has its own above its rows, unless their rows alternate: then such a
 * period has none. Never empty.
 */
export function dayHeads(rows: readonly Row[], periods: number): readonly DayHead[] {
  const columns = Array.from({ length: periods }, (_, at) => at);
  const shared = columns.map((at) => {
    const starts = new Set(rows.map((row) => startOf(row, at)));
    starts.delete(undefined);
    return starts.size === 1 ? Array.from(starts)[0] : undefined;
  });
  const own = rows.map((row) =>
    columns.map((at) => (shared[at] === undefined ? startOf(row, at) : undefined)),
  );
  const heads = own.reduce<readonly DayHead[]>((found, starts, at) => {
    const { [found.length - 1]: last } = found;
    return last?.starts.join() === starts.join() ? found : found.concat({ at, starts });
  }, []);
  const [first, ...others] = heads;
  const told = others.filter(({ starts }) => starts.some((start) => start !== undefined));
  const kinds = new Set(heads.map(({ starts }) => starts.join()));
  if (first === undefined || kinds.size < heads.length) return [{ at: 0, starts: shared }];
  return [{ at: 0, starts: shared.map((start, at) => start ?? first.starts[at]) }, ...told];
}

function startOf({ cells }: Row, at: number): number | undefined {
  return cells[at]?.period?.start;
}
