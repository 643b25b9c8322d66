import type { School } from '../contract/school.ts';
import { keptIn } from '../timetable/kept-in.ts';
import { calendarOf, type CalendarDay } from './calendar.ts';
import { dayNumber } from './day-number.ts';

export type Term = {
  /** First and last date that the timetable speaks of (day numbers). */
  readonly from: number;
  readonly through: number;
  /** One for each date of the term, in order. */
  readonly days: readonly CalendarDay[];
  /** Of any date. */
  readonly dayOn: (day: number) => CalendarDay;
};

const terms = new WeakMap<School, Term>();

/** The school's term, resolved date by date: once, for whoever checks the school and compiles it. */
export function termOf(school: School): Term {
  return keptIn(terms, school, () => {
    const dayOn = calendarOf(school);
    const from = dayNumber(school.calendar.from);
    const through = dayNumber(school.calendar.through);
    const days = Array.from({ length: through - from + 1 }, (_, step) => dayOn(from + step));
    return { from, through, days, dayOn };
  });
}
