import { described, pathTo, type Problem } from '../contract/parse.ts';
import { WEEKDAYS, type School } from '../contract/school.ts';

type LessonsOf = School['calendar']['exceptions'][number]['lessonsOf'];
/**
 * Writes down what is wrong with an id that leads nowhere. The rest tells where it was found, such as
 * `lessons`, 3, `teachers`, 0: of tens of thousands of ids none may be wrong, and only those get a path.
 */
type Check = (
  id: string | null | undefined,
  table: string,
  at: string | number,
  field?: string,
  item?: number,
) => void;

/** Every id that names another part of the document must lead there. */
export function checkReferences(school: School): readonly Problem[] {
  const { calendar } = school;
  const problems: Problem[] = [];
  const schedules = known('bell schedule', 'bellSchedules', [
    ...Object.keys(school.bellSchedules),
    ...school.pendingBellSchedules,
  ]);
  const tracks = known('track', 'tracks', idsOf(school.tracks));
  const classes = known('class', 'classes', idsOf(school.classes));
  const subjects = known('subject', 'subjects', idsOf(school.subjects));
  const teachers = known('teacher', 'teachers', idsOf(school.teachers));
  const rooms = known('room', 'rooms', idsOf(school.rooms));
  const cycleDays = known(
    'day of the cycle',
    'calendar.cycle.days',
    idsOf(calendar.cycle?.days ?? []),
  );
  const letters = known(
    'week letter',
    'calendar.weekLetters.letters',
    calendar.weekLetters?.letters ?? [],
  );

  for (const name of WEEKDAYS) schedules(calendar.week[name], 'calendar.week', name);
  calendar.seasons.forEach(({ week }, at) => {
    for (const name of WEEKDAYS) schedules(week[name], 'calendar.seasons', at, `week.${name}`);
  });
  calendar.cycle?.days.forEach(({ bellSchedule }, at) =>
    schedules(bellSchedule, 'calendar.cycle.days', at, 'bellSchedule'),
  );
  cycleDays(calendar.cycle?.anchorDay, 'calendar.cycle', 'anchorDay');
  calendar.cycle?.resets.forEach(({ day }, at) =>
    cycleDays(day, 'calendar.cycle.resets', at, 'day'),
  );
  for (const [date, day] of Object.entries(calendar.days)) {
    if (typeof day === 'object' && day !== null) {
      schedules(day.bellSchedule, 'calendar.days', date, 'bellSchedule');
      cycleDays(cycleDayOf(day.lessonsOf), 'calendar.days', date, 'lessonsOf.cycleDay');
    } else {
      schedules(day, 'calendar.days', date);
    }
  }
  calendar.exceptions.forEach(({ bellSchedule, tracks: only, lessonsOf }, at) => {
    schedules(bellSchedule, 'calendar.exceptions', at, 'bellSchedule');
    all(tracks, only, 'calendar.exceptions', at, 'tracks');
    cycleDays(cycleDayOf(lessonsOf), 'calendar.exceptions', at, 'lessonsOf.cycleDay');
  });
  for (const [date, letter] of Object.entries(calendar.weekLetters?.days ?? {})) {
    letters(letter, 'calendar.weekLetters.days', date);
  }
  school.classes.forEach(({ track, homeRoom }, at) => {
    tracks(track, 'classes', at, 'track');
    rooms(homeRoom, 'classes', at, 'homeRoom');
  });
  school.lessons.forEach((lesson, at) => {
    classes(lesson.class, 'lessons', at, 'class');
    subjects(lesson.subject, 'lessons', at, 'subject');
    all(teachers, lesson.teachers, 'lessons', at, 'teachers');
    all(rooms, lesson.rooms, 'lessons', at, 'rooms');
    cycleDays(lesson.cycleDay, 'lessons', at, 'cycleDay');
    letters(lesson.week, 'lessons', at, 'week');
    if ((lesson.weekday === undefined) === (lesson.cycleDay === undefined)) {
      problems.push({
        path: pathOf('lessons', at),
        message: 'must have either a weekday or a cycleDay',
      });
    }
  });
  school.substitutions.forEach((substitution, at) => {
    classes(substitution.class, 'substitutions', at, 'class');
    subjects(substitution.subject, 'substitutions', at, 'subject');
    all(teachers, substitution.teachers, 'substitutions', at, 'teachers');
    all(rooms, substitution.rooms, 'substitutions', at, 'rooms');
    if (substitution.kind === 'move' && substitution.to === undefined) {
      problems.push({
        path: pathOf('substitutions', at, 'to'),
        message: 'is missing: say where the lesson moves to',
      });
    }
  });
  school.exams.forEach((exam, at) => {
    subjects(exam.subject, 'exams', at, 'subject');
    all(classes, exam.classes, 'exams', at, 'classes');
    all(rooms, exam.rooms, 'exams', at, 'rooms');
    all(teachers, exam.invigilators, 'exams', at, 'invigilators');
  });
  school.duties.forEach((duty, at) => all(teachers, duty.teachers, 'duties', at, 'teachers'));
  return problems;

  function known(what: string, home: string, ids: readonly string[]): Check {
    const set = new Set(ids);
    return (id, table, at, field, item) => {
      if (id === undefined || id === null || set.has(id)) return;
      problems.push({
        path: pathOf(table, at, field, item),
        message: `is ${described(id)}, a ${what} that nobody defined: add it to ${home}, or use one of ${listed(ids)}`,
      });
    };
  }
}

function all(
  check: Check,
  ids: readonly string[] | undefined,
  table: string,
  at: string | number,
  field: string,
): void {
  if (ids === undefined) return;
  for (let item = 0; item < ids.length; item++) check(ids[item], table, at, field, item);
}

function cycleDayOf(lessonsOf: LessonsOf): string | undefined {
  return lessonsOf && 'cycleDay' in lessonsOf ? lessonsOf.cycleDay : undefined;
}

function pathOf(...steps: readonly (string | number | undefined)[]): string {
  return steps.filter((step) => step !== undefined).reduce<string>(pathTo, '');
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id);
}

const MOST_LISTED = 6;

/** A few of `ids`, as a message offers them. */
export function listed(ids: Iterable<string>): string {
  const all = Array.from(ids);
  if (all.length === 0) return 'none (there are none yet)';
  const shown = all
    .slice(0, MOST_LISTED)
    .map((id) => `"${id}"`)
    .join(', ');
  return all.length > MOST_LISTED ? `${shown}, …` : shown;
}
