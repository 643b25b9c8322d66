import { readFileSync } from 'node:fs';

import { WEEKDAYS, type SchoolInput } from '../../src/contract/school.ts';

/** The class that the screen shows; its lessons are edited. */
export const CLASS = '1/1';
/** A new term with other bells begins here. */
export const NEW_TERM = '2027-08-22';
/** Its document is published here, on a day without school and without an edit. */
export const PUBLISHED_AHEAD = '2027-08-01';
const MOST_EDITS = 6;
const SHIFT_MINUTES = 20;
const SUBJECTS = ['arabic', 'english', 'science', 'maths'];

/**
 * What the office of the example school publishes in a week of the year: the last few edits, each a
 * substitution of class 7/1 on the day it is published, and from August on the next school year.
 */
export function editionOf(
  date: string,
  edits: readonly SchoolInput['substitutions'][],
): SchoolInput {
  const school = exampleSchool();
  const substitutions = edits.slice(-MOST_EDITS).flatMap((one) => one ?? []);
  const dated = { ...school, substitutions, notices: [], honours: [], events: [], duties: [] };
  return date < PUBLISHED_AHEAD ? dated : nextYearOf(dated);
}

/** One of the subjects that class 7/1 does not have in a period of a date; `part` from 0 to 1 picks it. */
export function otherSubject(date: string, period: string, part: number): string {
  const weekday = WEEKDAYS[new Date(date).getUTCDay()];
  const { lessons = [] } = exampleSchool();
  const taught = lessons.filter(
    (lesson) => lesson.class === CLASS && lesson.weekday === weekday && lesson.period === period,
  );
  const others = SUBJECTS.filter((one) => taught.every(({ subject }) => subject !== one));
  const other = others[Math.floor(part * others.length)];
  if (other === undefined) throw new RangeError(`No subject ${part} of ${others.length}`);
  return other;
}

function exampleSchool(): SchoolInput {
  return JSON.parse(readFileSync('examples/alfarabi.json', 'utf8'));
}

/** The school's next year: from a date on, every bell of its week rings later. */
function nextYearOf(school: SchoolInput): SchoolInput {
  const { bellSchedules } = school;
  const later = Object.fromEntries(
    Object.entries(bellSchedules).map(([id, schedule]) => [
      `${id}-later`,
      { ...schedule, periods: (schedule.periods ?? []).map(shifted) },
    ]),
  );
  const week = school.calendar.week;
  return {
    ...school,
    exams: [],
    bellSchedules: { ...bellSchedules, ...later },
    calendar: {
      ...school.calendar,
      from: '2027-07-01',
      through: '2028-06-20',
      seasons: [
        {
          from: NEW_TERM,
          through: '2028-06-20',
          name: { ar: 'العام الجديد', en: 'New year' },
          week: Object.fromEntries(
            Object.entries(week).map(([day, schedule]) => [day, `${String(schedule)}-later`]),
          ),
        },
      ],
      exceptions: [
        {
          from: '2027-07-01',
          through: '2027-08-21',
          bellSchedule: null,
          label: { ar: 'الإجازة الصيفية', en: 'Summer holiday' },
        },
      ],
    },
  };
}

function shifted<Period extends { readonly start: string; readonly end: string }>(
  period: Period,
): Period {
  return { ...period, start: laterTime(period.start), end: laterTime(period.end) };
}

function laterTime(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const minute = hours * 60 + minutes + SHIFT_MINUTES;
  return [Math.floor(minute / 60), minute % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
