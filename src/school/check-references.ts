import { described, pathTo, type Problem } from '../contract/parse.ts';
import { WEEKDAYS, type School } from '../contract/school.ts';

type Step = string | number;
type LessonsOf = School['calendar']['exceptions'][number]['lessonsOf'];
/** Writes down what is wrong with the id found after `steps` into the document, if it leads nowhere. */
type Check = (id: string | null | undefined, ...steps: readonly Step[]) => void;

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

  weekAt(calendar.week, 'calendar', 'week');
  calendar.seasons.forEach(({ week }, at) => weekAt(week, 'calendar', 'seasons', at, 'week'));
  calendar.cycle?.days.forEach(({ bellSchedule }, at) =>
    schedules(bellSchedule, 'calendar', 'cycle', 'days', at, 'bellSchedule'),
  );
  cycleDays(calendar.cycle?.anchorDay, 'calendar', 'cycle', 'anchorDay');
  calendar.cycle?.resets.forEach(({ day }, at) =>
    cycleDays(day, 'calendar', 'cycle', 'resets', at, 'day'),
  );
  for (const [date, day] of Object.entries(calendar.days)) {
    if (typeof day === 'object' && day !== null) {
      schedules(day.bellSchedule, 'calendar', 'days', date, 'bellSchedule');
      lessonsOfAt(day.lessonsOf, 'calendar', 'days', date, 'lessonsOf');
    } else {
      schedules(day, 'calendar', 'days', date);
    }
  }
  calendar.exceptions.forEach((exception, at) => {
    schedules(exception.bellSchedule, 'calendar', 'exceptions', at, 'bellSchedule');
    all(tracks, exception.tracks, 'calendar', 'exceptions', at, 'tracks');
    lessonsOfAt(exception.lessonsOf, 'calendar', 'exceptions', at, 'lessonsOf');
  });
  for (const [date, letter] of Object.entries(calendar.weekLetters?.days ?? {})) {
    letters(letter, 'calendar', 'weekLetters', 'days', date);
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
        path: pathOf(['lessons', at]),
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
        path: pathOf(['substitutions', at, 'to']),
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

  function known(what: string, table: string, ids: readonly string[]): Check {
    const set = new Set(ids);
    return (id, ...steps) => {
      if (id === undefined || id === null || set.has(id)) return;
      problems.push({
        path: pathOf(steps),
        message: `is ${described(id)}, a ${what} that nobody defined: add it to ${table}, or use one of ${listed(ids)}`,
      });
    };
  }

  function weekAt(week: School['calendar']['week'], ...steps: readonly Step[]): void {
    for (const name of WEEKDAYS) schedules(week[name], ...steps, name);
  }

  function lessonsOfAt(lessonsOf: LessonsOf, ...steps: readonly Step[]): void {
    if (lessonsOf && 'cycleDay' in lessonsOf) cycleDays(lessonsOf.cycleDay, ...steps, 'cycleDay');
  }
}

function all(check: Check, ids: readonly string[] | undefined, ...steps: readonly Step[]): void {
  ids?.forEach((id, at) => check(id, ...steps, at));
}

// Of tens of thousands of ids none may lead nowhere: only those get a path.
function pathOf(steps: readonly Step[]): string {
  return steps.reduce<string>(pathTo, '');
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
