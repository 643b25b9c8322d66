import { described, type Problem } from '../contract/parse.ts';
import { WEEKDAYS, type School } from '../contract/school.ts';

/** Every id that names another part of the document must lead there. */
export function checkReferences(school: School): Problem[] {
  const { calendar } = school;
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

  const weekAt = (path: string, week: School['calendar']['week']) =>
    WEEKDAYS.flatMap((name) => schedules(`${path}.${name}`, week[name]));
  const lessonsOfAt = (path: string, lessonsOf: object | undefined) =>
    lessonsOf && 'cycleDay' in lessonsOf ? cycleDays(`${path}.cycleDay`, lessonsOf.cycleDay) : [];
  return [
    ...weekAt('calendar.week', calendar.week),
    ...calendar.seasons.flatMap(({ week }, index) =>
      weekAt(`calendar.seasons[${index}].week`, week),
    ),
    ...(calendar.cycle?.days ?? []).flatMap(({ bellSchedule }, index) =>
      schedules(`calendar.cycle.days[${index}].bellSchedule`, bellSchedule),
    ),
    ...cycleDays('calendar.cycle.anchorDay', calendar.cycle?.anchorDay),
    ...(calendar.cycle?.resets ?? []).flatMap(({ day }, index) =>
      cycleDays(`calendar.cycle.resets[${index}].day`, day),
    ),
    ...Object.entries(calendar.days).flatMap(([date, day]) =>
      typeof day === 'object' && day !== null
        ? [
            ...schedules(`calendar.days.${date}.bellSchedule`, day.bellSchedule),
            ...lessonsOfAt(`calendar.days.${date}.lessonsOf`, day.lessonsOf),
          ]
        : schedules(`calendar.days.${date}`, day),
    ),
    ...calendar.exceptions.flatMap((exception, index) => [
      ...schedules(`calendar.exceptions[${index}].bellSchedule`, exception.bellSchedule),
      ...all(tracks, `calendar.exceptions[${index}].tracks`, exception.tracks),
      ...lessonsOfAt(`calendar.exceptions[${index}].lessonsOf`, exception.lessonsOf),
    ]),
    ...Object.entries(calendar.weekLetters?.days ?? {}).flatMap(([date, letter]) =>
      letters(`calendar.weekLetters.days.${date}`, letter),
    ),
    ...school.classes.flatMap(({ track, homeRoom }, index) => [
      ...tracks(`classes[${index}].track`, track),
      ...rooms(`classes[${index}].homeRoom`, homeRoom),
    ]),
    ...school.lessons.flatMap((lesson, index) => {
      const path = `lessons[${index}]`;
      return [
        ...classes(`${path}.class`, lesson.class),
        ...subjects(`${path}.subject`, lesson.subject),
        ...all(teachers, `${path}.teachers`, lesson.teachers),
        ...all(rooms, `${path}.rooms`, lesson.rooms),
        ...cycleDays(`${path}.cycleDay`, lesson.cycleDay),
        ...letters(`${path}.week`, lesson.week),
        ...((lesson.weekday === undefined) === (lesson.cycleDay === undefined)
          ? [{ path, message: 'must have either a weekday or a cycleDay' }]
          : []),
      ];
    }),
    ...school.substitutions.flatMap((substitution, index) => {
      const path = `substitutions[${index}]`;
      return [
        ...classes(`${path}.class`, substitution.class),
        ...subjects(`${path}.subject`, substitution.subject),
        ...all(teachers, `${path}.teachers`, substitution.teachers),
        ...all(rooms, `${path}.rooms`, substitution.rooms),
        ...(substitution.kind === 'move' && substitution.to === undefined
          ? [{ path: `${path}.to`, message: 'is missing: say where the lesson moves to' }]
          : []),
      ];
    }),
    ...school.exams.flatMap((exam, index) => {
      const path = `exams[${index}]`;
      return [
        ...subjects(`${path}.subject`, exam.subject),
        ...all(classes, `${path}.classes`, exam.classes),
        ...all(rooms, `${path}.rooms`, exam.rooms),
        ...all(teachers, `${path}.invigilators`, exam.invigilators),
      ];
    }),
    ...school.duties.flatMap((duty, index) =>
      all(teachers, `duties[${index}].teachers`, duty.teachers),
    ),
  ];
}

function all(
  check: (path: string, id: unknown) => Problem[],
  path: string,
  ids: readonly string[] | undefined,
): Problem[] {
  return (ids ?? []).flatMap((id, index) => check(`${path}[${index}]`, id));
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id);
}

function known(what: string, table: string, ids: readonly string[]) {
  const set = new Set<unknown>(ids);
  return (path: string, id: unknown): Problem[] =>
    id === undefined || id === null || set.has(id)
      ? []
      : [
          {
            path,
            message: `is ${described(id)}, a ${what} that nobody defined: add it to ${table}, or use one of ${listed(ids)}`,
          },
        ];
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
