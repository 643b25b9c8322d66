import { WEEKDAYS, type School } from '../contract/school.ts';
import type { Change } from '../contract/snapshot.ts';
import { keptIn } from '../timetable/kept-in.ts';
import type { CalendarDay } from './calendar.ts';
import type { IndexAt } from './compile.ts';
import { dayNumber } from './day-number.ts';

type Substitution = School['substitutions'][number];
type Lesson = School['lessons'][number];
type Slot = NonNullable<Change['moved']>;
type What = Pick<Substitution, 'class' | 'group' | 'note' | 'rooms' | 'subject' | 'teachers'>;
type Indexes = Readonly<Record<'classAt' | 'subjectAt' | 'teacherAt' | 'roomAt', IndexAt>>;

/** Substitutions as a screen applies them: a moved lesson is cancelled here and added there. */
export function compileChanges(
  school: School,
  dayOn: (day: number) => CalendarDay,
  { classAt, subjectAt, teacherAt, roomAt }: Indexes,
): readonly Change[] {
  return school.substitutions.flatMap((substitution): readonly Change[] => {
    const { kind, to, class: id, group, note } = substitution;
    const date = dayNumber(substitution.date);
    const here = { date, p: substitution.period };
    if (kind !== 'move' || to === undefined) {
      return [changeOf(kind === 'move' ? 'cancel' : kind, here, substitution)];
    }
    const there = { date: dayNumber(to.date ?? substitution.date), p: to.period };
    const moved = lessonsOn(school, dayOn(date), date, substitution);
    return [
      changeOf('cancel', here, { class: id, group, note }, there),
      ...moved.map((lesson) =>
        changeOf(
          'add',
          there,
          {
            ...substitution,
            group: lesson.group,
            subject: substitution.subject ?? lesson.subject,
            teachers: substitution.teachers ?? lesson.teachers,
            rooms: substitution.rooms ?? lesson.rooms,
          },
          here,
        ),
      ),
    ];
  });

  // In the order of canonical JSON, as all of the snapshot.
  function changeOf(
    kind: Change['kind'],
    { date, p }: Slot,
    { class: id, group, note, rooms, subject, teachers }: What,
    moved?: Slot,
  ): Change {
    return {
      c: classAt(id),
      date,
      g: group,
      kind,
      moved,
      note,
      p,
      r: rooms?.map(roomAt),
      s: subject === undefined ? undefined : subjectAt(subject),
      t: teachers?.map(teacherAt),
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
