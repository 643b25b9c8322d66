import type { SchoolInput } from '../src/contract/school.ts';

/** A small school whose timetable is right; `overrides` make it another, or wrong. */
export function makeSchool(overrides: Partial<SchoolInput> = {}): SchoolInput {
  return {
    format: 'school/1',
    id: 'alfarabi',
    name: { ar: 'الفارابي', en: 'Al-Farabi' },
    zone: 'Asia/Riyadh',
    languages: ['en', 'ar'],
    bellSchedules: {
      regular: {
        name: { ar: 'اليوم المعتاد', en: 'Regular day' },
        periods: [
          { key: '1', start: '07:00', end: '07:45' },
          { key: '2', start: '07:50', end: '08:35' },
        ],
      },
    },
    calendar: {
      from: '2026-08-23',
      through: '2027-06-24',
      week: { sun: 'regular', mon: 'regular', tue: 'regular', wed: 'regular', thu: 'regular' },
    },
    classes: [
      { id: '1/1', wing: 'north' },
      { id: '1/2', wing: 'south' },
    ],
    subjects: [{ id: 'math', name: { ar: 'الرياضيات', en: 'Mathematics' } }],
    lessons: [
      { class: '1/1', weekday: 'sun', period: '1', subject: 'math' },
      { class: '1/2', weekday: 'sun', period: '2', subject: 'math' },
    ],
    ...overrides,
  };
}

/** Its document, as an office sends it. */
export function schoolBytes(overrides: Partial<SchoolInput> = {}): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(makeSchool(overrides)));
}
