import type { Wall } from '../timetable/wall.ts';

const MS_PER_MINUTE = 60_000;
const EVENING_SECOND = 18 * 3600;
const MORNING_SECOND = 5.5 * 3600;
const AFTER_LAST_BELL_MS = 60 * MS_PER_MINUTE;
const BEFORE_FIRST_BELL_MS = 90 * MS_PER_MINUTE;

/** Whether nobody is expected in the hall, so that the screen shows little more than that it is on. */
export function isNight({ heroes, civil, instant }: Wall): boolean {
  if (EVENING_SECOND > civil.second && civil.second >= MORNING_SECOND) return false;
  return heroes.every(
    ({ current, today, next }) =>
      current.length === 0 &&
      today.every(({ start, end }) => start > instant || end + AFTER_LAST_BELL_MS <= instant) &&
      next.every(({ start }) => instant < start - BEFORE_FIRST_BELL_MS),
  );
}
