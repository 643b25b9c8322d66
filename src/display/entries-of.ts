import type { Entry, Row } from '../timetable/wall.ts';

/** All that the classes of a board have. */
export function entriesOf(rows: readonly Row[]): readonly Entry[] {
  return rows.reduce<readonly Entry[]>(
    (all, { cells }) => cells.reduce((some, { entries }) => some.concat(entries), all),
    [],
  );
}

/** Whether all that is held are exams, and there are some. */
export function isExams(rows: readonly Row[]): boolean {
  const entries = entriesOf(rows);
  return entries.length > 0 && entries.every(({ exam }) => exam);
}
