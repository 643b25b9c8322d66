import type { SchoolInput } from '../../src/contract/school.ts';

/** Schools differ in their lessons; bells are everybody's, so that whatever can coincide does. */
export const TEMPLATES = 4;

/** The first school day of every tape, a Sunday. */
export const FIRST_DAY = Date.parse('2026-09-06T00:00:00+03:00');

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu'] as const;
const DATES = ['2026-09-06', '2026-09-07', '2026-09-08'];
const CLASSES = ['1/1', '1/2', '2/1', '2/2'];
const SUBJECTS = ['math', 'arabic', 'english', 'science', 'sport', 'art'];
/** Six lessons of 45 minutes, with a break after the third. */
const BELLS = [
  { key: '1', start: '07:00', end: '07:45' },
  { key: '2', start: '07:45', end: '08:30' },
  { key: '3', start: '08:30', end: '09:15' },
  { key: 'break', kind: 'break' as const, start: '09:15', end: '09:45' },
  { key: '4', start: '09:45', end: '10:30' },
  { key: '5', start: '10:30', end: '11:15' },
  { key: '6', start: '11:15', end: '12:00' },
];

/** Id of the school of this number. */
export function schoolIdOf(number: number): string {
  return `school-${number}`;
}

/** Names what is on a school's walls: equal for schools that differ in nothing but their id. */
export function contentOf(school: number, edition: number): string {
  return `${school % TEMPLATES}/${edition}`;
}

/** The document of a school, a term of six weeks; every edition adds a substitution and a notice. */
export function stormSchool(school: number, edition: number): SchoolInput {
  const template = school % TEMPLATES;
  const editions = Array.from({ length: edition }, (_, at) => at + 1);
  return {
    format: 'school/1',
    id: schoolIdOf(school),
    name: { ar: 'مدرسة الرواق', en: 'Riwaq School' },
    zone: 'Asia/Riyadh',
    languages: ['ar', 'en'],
    bellSchedules: { regular: { name: { ar: 'يوم عادي', en: 'Regular day' }, periods: BELLS } },
    calendar: {
      from: '2026-08-30',
      through: '2026-10-08',
      week: Object.fromEntries(WEEK.map((weekday) => [weekday, 'regular'])),
    },
    classes: CLASSES.map((id) => ({ id })),
    subjects: SUBJECTS.map((id) => ({ id, name: { ar: id, en: id } })),
    teachers: SUBJECTS.map((_, at) => ({ id: `t${at}`, name: { ar: `أ. ${at}`, en: `T. ${at}` } })),
    lessons: lessonsOf(template),
    substitutions: editions.flatMap((one) =>
      DATES.map((date) => ({
        date,
        class: CLASSES[one % CLASSES.length] ?? '',
        period: String((one % SUBJECTS.length) + 1),
        kind: 'replace' as const,
        teachers: [`t${(one + 1) % SUBJECTS.length}`],
      })),
    ),
    notices: editions.map((one) => ({
      text: { ar: `تنبيه ${one}`, en: `Notice ${one}` },
      from: '2026-09-05T00:00',
      until: '2026-09-09T00:00',
    })),
  };
}

function lessonsOf(template: number): NonNullable<SchoolInput['lessons']> {
  return CLASSES.flatMap((id, row) =>
    WEEK.flatMap((weekday, day) =>
      SUBJECTS.map((_, period) => {
        const subject = (row + day * 2 + period + template) % SUBJECTS.length;
        return {
          class: id,
          weekday,
          period: String(period + 1),
          subject: SUBJECTS[subject] ?? '',
          teachers: [`t${subject}`],
        };
      }),
    ),
  );
}
