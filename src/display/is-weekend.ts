import type { Snapshot } from '../contract/snapshot.ts';
import { weekdayOf } from '../timetable/civil.ts';

/** Whether school is not held on most dates of `weekday` (Sunday = 0) in the published timetable. */
export function isWeekend({ days, dayKinds, coverage }: Snapshot, weekday: number): boolean {
  const kinds = days.filter((_, at) => weekdayOf(coverage.from + at) === weekday);
  const closed = kinds.filter((kind) =>
    dayKinds[kind]?.schedules.every((schedule) => schedule === null),
  );
  return closed.length * 2 > kinds.length;
}
