import { WEEKDAYS, type School } from '../contract/school.ts';
import type { Change } from '../contract/snapshot.ts';
import { keptIn } from '../timetable/kept-in.ts';
import type { CalendarDay } from './calendar.ts';
import type { IndexAt } from './compile.ts';
import { dayNumber } from './day-number.ts';

type Substitution = School['substitutions'][number];
type Lesson = School['lessons'][number];
type Indexes = Readonly<Record<'classAt' | 'subjectAt' | 'teacherAt' | 'roomAt', IndexAt>>;

/** Substitutions as a screen applies them: a moved lesson is cancelled here and added there. */
export function compileChanges(
  school: School,
  dayOn: (day: number) => CalendarDay,
  { classAt, subjectAt, teacherAt, roomAt }: Indexes,
): readonly Change[] {
  return school.substitutions.flatMap((substitution): readonly Change[] => {
    const { kind, to } = substitution;
    const date = dayNumber(substitution.date);
    const here = { date, c: classAt(substitution.class), p: substitution.period };
    if (kind !== 'move' || to === undefined) {
      return [{ ...here, kind: kind === 'move' ? 'cancel' : kind, ...changed(substitution) }];
    }
    const there = { date: dayNumber(to.date ?? substitution.date), p: to.period };
    const moved = lessonsOn(school, dayOn(date), date, substitution);
    return [
      { ...here, kind: 'cancel', g: substitution.group, note: substitution.note, moved: there },
      ...moved.map((lesson) => ({
        ...here,
        ...there,
        kind: 'add' as const,
        ...changed({
          ...substitution,
          group: lesson.group,
          subject: substitution.subject ?? lesson.subject,
          teachers: substitution.teachers ?? lesson.teachers,
          rooms: substitution.rooms ?? lesson.rooms,
        }),
        moved: { date, p: substitution.period },
      })),
    ];
  });

  function changed({
    group,
    subject,
    teachers,
    rooms,
    note,
  }: Pick<Substitution, 'group' | 'subject' | 'teachers' | 'rooms' | 'note'>) {
    return {
      g: group,
      s: subject === undefined ? undefined : subjectAt(subject),
      t: teachers?.map(teacherAt),
      r: rooms?.map(roomAt),
      note,
    };
  }
}

/** The regular lessons of a substitution's class in its period on a date. */
export function lessonsOn(
  school: School,
  day: CalendarDay,
  date: number,
  { class: id, period, group }: Pick<Substitution, 'class' | 'period' | 'group'>,
): readonly Lesson[] {
  const cycleDay =
    day.cycleDay === undefined ? undefined : school.calendar.cycle?.days[day.cycleDay]?.id;
  return lessonsOf(school, id).filter(
    (lesson) =>
      lesson.period === period &&
      (group === undefined || lesson.group === group) &&
      (lesson.weekday === undefined
        ? lesson.cycleDay === cycleDay
        : lesson.weekday === WEEKDAYS[day.weekday]) &&
      (lesson.week === undefined || lesson.week === day.letter) &&
      (lesson.from === undefined || dayNumber(lesson.from) <= date) &&
      (lesson.through === undefined || date <= dayNumber(lesson.through)),
  );
}

const lessonsByClass = new WeakMap<School, ReadonlyMap<string, readonly Lesson[]>>();

// Thousands of substitutions may ask, each for one class of many.
function lessonsOf(school: School, id: string): readonly Lesson[] {
  const byClass = keptIn(lessonsByClass, school, () => {
    const lessons = new Map<string, Lesson[]>();
    for (const lesson of school.lessons) keptIn(lessons, lesson.class, () => []).push(lesson);
    return lessons;
  });
  return byClass.get(id) ?? [];
}
