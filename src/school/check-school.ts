import { pathTo, type Problem } from '../contract/parse.ts';
import { MOST, WEEKDAYS, type School } from '../contract/school.ts';
import type { Text } from '../contract/text.ts';
import { checkReferences, listed } from './check-references.ts';
import { lessonsOn } from './compile-changes.ts';
import { dayNumber, secondOf } from './day-number.ts';
import { lessonsNeverHeld } from './lessons-never-held.ts';
import { termOf, type Term } from './term.ts';

/** Three school years; a table of days for more would only grow. */
export const LONGEST_TERM_DAYS = 1100;

export type CheckResult = {
  /** Must be mended before the school can be published. */
  readonly problems: readonly Problem[];
  /** May be meant. */
  readonly warnings: readonly Problem[];
};

/** What does not make sense in a school document whose shape is right, all at once. */
export function checkSchool(school: School): CheckResult {
  const references = checkReferences(school);
  // What follows resolves dates, which would only repeat what is already said.
  const problems = [
    ...checkLimits(school),
    ...checkIds(school),
    ...checkBells(school),
    ...checkCalendar(school),
    ...references,
    ...checkPeriodKeys(school),
    ...checkWindows(school),
  ];
  if (problems.length > 0) return { problems, warnings: checkLanguages(school) };
  const term = termOf(school);
  return {
    problems: checkTerm(school, term),
    warnings: [
      ...checkLanguages(school),
      ...overlaps(school),
      ...closedSeasons(school),
      ...lessonsNeverHeld(school, term.kinds),
      ...checkDatedItems(school, term),
    ],
  };
}

function checkLimits(school: School): Problem[] {
  const dated =
    school.substitutions.length +
    school.exams.length +
    school.duties.length +
    school.notices.length +
    school.honours.length +
    school.events.length +
    school.alerts.length;
  if (dated <= MOST.datedItems) return [];
  return [
    {
      path: '',
      message: `has ${dated} dated items, more than ${MOST.datedItems}: remove what lies in the past`,
    },
  ];
}

function checkIds(school: School): Problem[] {
  return [
    ...duplicates('tracks', school.tracks),
    ...duplicates('classes', school.classes),
    ...duplicates('subjects', school.subjects),
    ...duplicates('teachers', school.teachers),
    ...duplicates('rooms', school.rooms),
    ...duplicates('calendar.cycle.days', school.calendar.cycle?.days ?? []),
  ];
}

function duplicates(path: string, rows: readonly { readonly id: string }[]): Problem[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ id }, index) => {
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, index);
      return [];
    }
    return [
      {
        path: `${path}[${index}].id`,
        message: `is "${id}", as is that of ${path}[${first}]: give each its own`,
      },
    ];
  });
}

type BellList = {
  readonly path: string;
  readonly periods: School['bellSchedules'][string]['periods'];
};

function bellLists(school: School): readonly BellList[] {
  return Object.entries(school.bellSchedules).flatMap(([id, { periods, tracks }]) => [
    { path: `bellSchedules.${id}.periods`, periods },
    ...Object.entries(tracks).map(([track, own]) => ({
      path: `bellSchedules.${id}.tracks.${track}`,
      periods: own,
    })),
  ]);
}

function checkBells(school: School): Problem[] {
  const trackIds = new Set(school.tracks.map(({ id }) => id));
  const unknownTracks = Object.entries(school.bellSchedules).flatMap(([id, { tracks }]) =>
    Object.keys(tracks)
      .filter((track) => !trackIds.has(track))
      .map((track) => ({
        path: `bellSchedules.${id}.tracks.${track}`,
        message: `is for a track that nobody defined: add it to tracks, or use one of ${listed(trackIds)}`,
      })),
  );
  const periods = bellLists(school).flatMap(({ path, periods }) => [
    ...periods.flatMap(({ start, end }, index) =>
      secondOf(start) < secondOf(end)
        ? []
        : [
            {
              path: `${path}[${index}].end`,
              message:
                start === end
                  ? `is "${end}", as is its start: a period takes time`
                  : `is "${end}", before its start "${start}": ${mendedEnd(start, end)}`,
            },
          ],
    ),
    ...duplicates(
      path,
      periods.map(({ key }) => ({ id: key })),
    ).map((problem) => ({ ...problem, path: problem.path.replace(/id$/, 'key') })),
  ]);
  return [...unknownTracks, ...periods];
}

const LONGEST_NIGHT_SECONDS = 12 * 3600;

function mendedEnd(start: string, end: string): string {
  const isNight = secondOf(end) + 24 * 3600 - secondOf(start) <= LONGEST_NIGHT_SECONDS;
  if (!isNight) return 'swap them';
  return `write ${Number(end.slice(0, 2)) + 24}${end.slice(2)} if it ends after midnight`;
}

function checkCalendar(school: School): Problem[] {
  const { calendar } = school;
  const ranges = [
    { path: 'calendar', from: calendar.from, through: calendar.through },
    ...calendar.seasons.map((season, index) => ({ path: `calendar.seasons[${index}]`, ...season })),
    ...calendar.exceptions.map((exception, index) => ({
      path: `calendar.exceptions[${index}]`,
      ...exception,
    })),
    ...school.duties.map((duty, index) => ({ path: `duties[${index}]`, ...duty })),
    ...school.honours.map((honour, index) => ({ path: `honours[${index}]`, ...honour })),
    ...school.lessons.flatMap((lesson, index) =>
      lesson.from && lesson.through
        ? [{ path: `lessons[${index}]`, from: lesson.from, through: lesson.through }]
        : [],
    ),
  ];
  const reversed = ranges.flatMap(({ path, from, through }) =>
    through !== undefined && through < from
      ? [
          {
            path: `${path}.through`,
            message: `is "${through}", before its from "${from}": swap them`,
          },
        ]
      : [],
  );
  const days = dayNumber(calendar.through) - dayNumber(calendar.from) + 1;
  const long =
    days > LONGEST_TERM_DAYS
      ? [
          {
            path: 'calendar.through',
            message: `is ${days} days after calendar.from, more than ${LONGEST_TERM_DAYS}: publish a school year or two`,
          },
        ]
      : [];
  return [...reversed, ...long];
}

/** Lessons, substitutions and exams join on the key of a period; one that never rings shows nothing. */
function checkPeriodKeys(school: School): Problem[] {
  const keys = new Set(bellLists(school).flatMap(({ periods }) => periods.map(({ key }) => key)));
  const problems: Problem[] = [];
  const check = (key: string | undefined, table: string, index: number, field = 'period') => {
    if (key === undefined || keys.has(key)) return;
    problems.push({
      path: `${table}[${index}].${field}`,
      message: `is "${key}", a period that no bell schedule has: use one of ${listed(keys)}`,
    });
  };
  school.lessons.forEach(({ period }, index) => check(period, 'lessons', index));
  school.substitutions.forEach(({ period, to }, index) => {
    check(period, 'substitutions', index);
    check(to?.period, 'substitutions', index, 'to.period');
  });
  school.exams.forEach(({ period }, index) => check(period, 'exams', index));
  return problems;
}

function checkWindows(school: School): Problem[] {
  return (['notices', 'alerts'] as const).flatMap((table) =>
    school[table].flatMap(({ from, until }, index) =>
      from < until
        ? []
        : [
            {
              path: `${table}[${index}].until`,
              message: `is "${until}", not after its from "${from}": swap them`,
            },
          ],
    ),
  );
}

function checkTerm(school: School, { kinds }: Term): Problem[] {
  if (kinds.some(({ schedules }) => schedules.some((id) => hasBells(school, id)))) return [];
  return [
    {
      path: 'calendar',
      message: `has no day with bells from ${school.calendar.from} through ${school.calendar.through}: give calendar.week a bell schedule`,
    },
  ];
}

function hasBells({ bellSchedules, pendingBellSchedules, tracks }: School, id: string | null) {
  if (id === null) return false;
  const schedule = bellSchedules[id];
  if (schedule === undefined) return pendingBellSchedules.includes(id);
  return tracks.some((track) => (schedule.tracks[track.id] ?? schedule.periods).length > 0);
}

function checkLanguages(school: School): Problem[] {
  const texts: readonly (readonly [string, Text | undefined])[] = [
    ['name', school.name],
    ...(['subjects', 'teachers', 'rooms'] as const).flatMap((table) =>
      school[table].flatMap(({ name, short }, index) => [
        [`${table}[${index}].name`, name] as const,
        [`${table}[${index}].short`, short] as const,
      ]),
    ),
    ...school.notices.map(({ text }, index) => [`notices[${index}].text`, text] as const),
  ];
  return texts.flatMap(([path, text]) => {
    const missing = school.languages.filter((language) => text && text[language] === undefined);
    return missing.length === 0
      ? []
      : [{ path, message: `has no text in ${missing.map((one) => `"${one}"`).join(', ')}` }];
  });
}

function overlaps(school: School): Problem[] {
  return bellLists(school).flatMap(({ path, periods }) => {
    const ordered = periods
      .map(({ key, start, end }) => ({ key, start: secondOf(start), end: secondOf(end) }))
      .sort((a, b) => a.start - b.start || a.end - b.end);
    const clash = ordered.find((one, index) => (ordered[index + 1]?.start ?? Infinity) < one.end);
    const next = clash && ordered[ordered.indexOf(clash) + 1];
    return clash && next
      ? [{ path, message: `overlap: "${next.key}" begins before "${clash.key}" ends` }]
      : [];
  });
}

/** A season replaces the whole week: one without bells closes the school, which an exception says better. */
function closedSeasons(school: School): Problem[] {
  return school.calendar.seasons.flatMap(({ from, through, week }, index) =>
    WEEKDAYS.some((name) => hasBells(school, week[name]))
      ? []
      : [
          {
            path: `calendar.seasons[${index}].week`,
            message: `has no bells on any weekday, so that ${from} … ${through} is closed: if that is meant, write an exception with a label`,
          },
        ],
  );
}

/** Dated items that no wall will ever show. */
function checkDatedItems(school: School, { dayOn }: Term): Problem[] {
  const { calendar } = school;
  const isCovered = (date: string) => calendar.from <= date && date <= calendar.through;
  const outside = (path: string, date: string): Problem[] =>
    isCovered(date)
      ? []
      : [
          {
            path,
            message: `is "${date}", outside the calendar (${calendar.from} … ${calendar.through})`,
          },
        ];
  return [
    ...Object.keys(calendar.days).flatMap((date) => outside(pathTo('calendar.days', date), date)),
    ...school.exams.flatMap(({ date }, index) => outside(`exams[${index}].date`, date)),
    ...school.substitutions.flatMap((substitution, index) => {
      const path = `substitutions[${index}]`;
      const { date, kind } = substitution;
      if (!isCovered(date)) return outside(`${path}.date`, date);
      const day = dayNumber(date);
      const isExpected =
        kind === 'add' || lessonsOn(school, dayOn(day), day, substitution).length > 0;
      return isExpected
        ? []
        : [
            {
              path,
              message: `is for class "${substitution.class}" in period "${substitution.period}" on ${date}, when it has no lesson`,
            },
          ];
    }),
  ];
}
