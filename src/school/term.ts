import type { School } from '../contract/school.ts';
import { keptIn } from '../timetable/kept-in.ts';
import { calendarOf, type CalendarDay } from './calendar.ts';
import { dayNumber } from './day-number.ts';

export type Term = {
  /** First and last date that the timetable speaks of (day numbers). */
  readonly from: number;
  readonly through: number;
  /** One for each date of the term, in order; dates that a week apart are alike share one. */
  readonly days: readonly CalendarDay[];
  /** Those that differ, in order of appearance, and maybe some that do not: a few dozen of hundreds. */
  readonly kinds: readonly CalendarDay[];
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
    const days: CalendarDay[] = [];
    for (let day = from; day <= through; day++) {
      const [next, aWeekBefore] = [dayOn(day), days[days.length - 7]];
      days.push(aWeekBefore && isSame(next, aWeekBefore) ? aWeekBefore : next);
    }
    return { from, through, days, kinds: [...new Set(days)], dayOn };
  });
}

function isSame(a: CalendarDay, b: CalendarDay): boolean {
  return (
    a.weekday === b.weekday &&
    a.cycleDay === b.cycleDay &&
    a.letter === b.letter &&
    a.schedules.every((schedule, track) => schedule === b.schedules[track]) &&
    a.labels.every((label, track) => label === b.labels[track])
  );
}
