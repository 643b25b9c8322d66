import { WEEKDAYS, type School } from '../contract/school.ts';
import type { Text } from '../contract/text.ts';
import { weekdayOf } from '../timetable/civil.ts';
import { dayNumber } from './day-number.ts';

/** What the calendar says of one date. */
export type CalendarDay = {
  /** Per track: the id of a bell schedule (defined or not), or `null` when it is closed. */
  readonly schedules: readonly (string | null)[];
  /** Per track, the label of the exception that decided it. */
  readonly labels: readonly (Text | null)[];
  /** The weekday whose lessons are taught, Sunday = 0. */
  readonly weekday: number;
  /** The day of the cycle that is taught: an index into its days. */
  readonly cycleDay: number | undefined;
  readonly letter: string | undefined;
};

type Decision = {
  readonly schedule: string | null;
  readonly label?: Text | undefined;
  readonly lessonsOf?: LessonsOf | undefined;
};
type LessonsOf = { readonly weekday: string } | { readonly cycleDay: string };

/**
 * The school's calendar as a function of the date (a day number).
 *
 * Of a date and a track, the last exception that matches decides; else its explicit day, else the
 * cycle, else the last season that contains it, else the week. The day of the cycle is found apart
 * from the bells: an exception keeps it, unless the date is closed for every track.
 */
export function calendarOf(school: School): (day: number) => CalendarDay {
  const { calendar, tracks } = school;
  const exceptions = calendar.exceptions.map((exception) => ({
    ...exception,
    ...rangeOf(exception),
  }));
  const seasons = calendar.seasons.map((season) => ({ ...season, ...rangeOf(season) }));
  const days = new Map(
    Object.entries(calendar.days).map(([date, day]) => [
      dayNumber(date),
      typeof day === 'object' && day !== null ? day : { bellSchedule: day, lessonsOf: undefined },
    ]),
  );
  const cycleDayOn = cycleOf(school, isClosedBeforeCycle);
  const letterOn = weekLettersOf(school, (day) => schedulesOn(day).some((id) => hasBells(id)));

  return (day) => {
    const cycleDay = cycleDayOn(day);
    const decisions = tracks.map(({ id }) => decisionOn(day, id, cycleDay));
    const isClosed = decisions.every(({ schedule }) => !hasBells(schedule));
    const taught = decisions.find(({ lessonsOf }) => lessonsOf !== undefined)?.lessonsOf;
    return {
      schedules: decisions.map(({ schedule }) => schedule),
      labels: decisions.map(({ label }) => label ?? null),
      weekday:
        taught && 'weekday' in taught
          ? WEEKDAYS.findIndex((name) => name === taught.weekday)
          : weekdayOf(day),
      cycleDay:
        taught && 'cycleDay' in taught
          ? calendar.cycle?.days.findIndex(({ id }) => id === taught.cycleDay)
          : isClosed
            ? undefined
            : cycleDay,
      letter: letterOn(day),
    };
  };

  function schedulesOn(day: number): readonly (string | null)[] {
    const cycleDay = cycleDayOn(day);
    return tracks.map(({ id }) => decisionOn(day, id, cycleDay).schedule);
  }

  function decisionOn(day: number, track: string, cycleDay: number | undefined): Decision {
    const dated = datedDecision(day, track);
    if (dated) return dated;
    const rotated =
      cycleDay === undefined ? undefined : calendar.cycle?.days[cycleDay]?.bellSchedule;
    return { schedule: rotated === undefined ? weekSchedule(day) : rotated };
  }

  function datedDecision(day: number, track: string): Decision | undefined {
    const exception = exceptions.findLast(
      ({ first, last, tracks: only, weekdays }) =>
        first <= day &&
        day <= last &&
        (only === undefined || only.includes(track)) &&
        (weekdays === undefined || weekdays.some((name) => name === weekdayName(day))),
    );
    if (exception) {
      const { bellSchedule, label, lessonsOf } = exception;
      return { schedule: bellSchedule, label, lessonsOf };
    }
    const explicit = days.get(day);
    return explicit && { schedule: explicit.bellSchedule, lessonsOf: explicit.lessonsOf };
  }

  function weekSchedule(day: number): string | null {
    const season = seasons.findLast(({ first, last }) => first <= day && day <= last);
    return (season ?? calendar).week[weekdayName(day)];
  }

  function isClosedBeforeCycle(day: number): boolean {
    const bellsComeFromCycle = calendar.cycle?.days.some((one) => one.bellSchedule !== undefined);
    return tracks.every(({ id }) => {
      const dated = datedDecision(day, id);
      if (dated) return !hasBells(dated.schedule);
      return bellsComeFromCycle ? false : !hasBells(weekSchedule(day));
    });
  }

  // A bell schedule that nobody has defined yet is still a school day.
  function hasBells(id: string | null): boolean {
    if (id === null) return false;
    const schedule = school.bellSchedules[id];
    if (schedule === undefined) return true;
    return tracks.some((track) => (schedule.tracks[track.id] ?? schedule.periods).length > 0);
  }
}

/** The index of the cycle's day on a date; `undefined` where the cycle does not apply. */
function cycleOf(
  { calendar }: School,
  isClosed: (day: number) => boolean,
): (day: number) => number | undefined {
  const { cycle } = calendar;
  if (cycle === undefined) return () => undefined;
  const first = cycle.from === undefined ? -Infinity : dayNumber(cycle.from);
  const last = cycle.through === undefined ? Infinity : dayNumber(cycle.through);
  const weekdays = cycle.weekdays ?? WEEKDAYS.filter((name) => calendar.week[name] !== null);
  const starts = [{ date: cycle.anchor, day: cycle.anchorDay }, ...cycle.resets]
    .map(({ date, day }) => ({
      day: dayNumber(date),
      index: Math.max(
        0,
        cycle.days.findIndex(({ id }) => id === day),
      ),
    }))
    .sort((a, b) => a.day - b.day);
  const weekStart = WEEKDAYS.indexOf(cycle.weekStart);
  const counts = new Map<number, number>();

  return (day) => {
    if (!isInCycle(day)) return undefined;
    const start = starts.findLast((one) => one.day <= day) ?? starts[0];
    if (start === undefined) return undefined;
    const length = cycle.days.length;
    const steps =
      cycle.counts === 'calendarWeeks'
        ? weekOf(day, weekStart) - weekOf(start.day, weekStart)
        : countBetween(start.day, day);
    return (((start.index + steps) % length) + length) % length;
  };

  function isInCycle(day: number): boolean {
    return first <= day && day <= last && weekdays.includes(weekdayName(day));
  }

  function isCounted(day: number): boolean {
    return isInCycle(day) && (cycle?.counts === 'weekdays' || !isClosed(day));
  }

  // Dates are asked for in order, so that each is counted once.
  function countBetween(from: number, to: number): number {
    if (to < from) return -countBetween(to, from);
    const key = from * 1_000_000;
    let count = counts.get(key + to);
    if (count !== undefined) return count;
    let day = to;
    while (day > from && count === undefined) {
      day--;
      count = counts.get(key + day);
    }
    count ??= 0;
    for (; day < to; day++) {
      if (isCounted(day)) count++;
      counts.set(key + day + 1, count);
    }
    return count;
  }
}

/** The week's letter on a date. Letters belong to lessons, whatever bells ring. */
function weekLettersOf(
  { calendar }: School,
  isSchoolDay: (day: number) => boolean,
): (day: number) => string | undefined {
  const plan = calendar.weekLetters;
  if (plan === undefined) return () => undefined;
  const { letters, skipClosedWeeks } = plan;
  const weekStart = WEEKDAYS.indexOf(plan.weekStart);
  const anchor = weekOf(dayNumber(plan.anchor), weekStart);
  const given = new Map(
    Object.entries(plan.days).map(([date, letter]) => [dayNumber(date), letter]),
  );
  return (day) => given.get(day) ?? letters[indexIn(weekOf(day, weekStart))];

  function indexIn(week: number): number {
    const steps = skipClosedWeeks
      ? openWeeks(Math.min(anchor, week), Math.max(anchor, week)) * Math.sign(week - anchor)
      : week - anchor;
    return ((steps % letters.length) + letters.length) % letters.length;
  }

  function openWeeks(from: number, to: number): number {
    let count = 0;
    for (let week = from; week < to; week++) {
      const first = week * 7 + weekStart - FIRST_SUNDAY_SHIFT;
      if ([0, 1, 2, 3, 4, 5, 6].some((step) => isSchoolDay(first + step))) count++;
    }
    return count;
  }
}

// Day 0 was a Thursday: the Sunday before it is day -4.
const FIRST_SUNDAY_SHIFT = 4;

/** Number of the week, beginning on `weekStart`, that contains a date. */
function weekOf(day: number, weekStart: number): number {
  return Math.floor((day + FIRST_SUNDAY_SHIFT - weekStart) / 7);
}

function weekdayName(day: number): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[weekdayOf(day)] ?? 'sun';
}

function rangeOf({
  from,
  through,
}: {
  readonly from: string;
  readonly through?: string | undefined;
}) {
  return { first: dayNumber(from), last: dayNumber(through ?? from) };
}
