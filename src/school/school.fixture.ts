import { parseSchool, type School, type SchoolInput } from '../contract/school.ts';

/** A school of two classes, Sunday to Thursday, with one bell schedule; 2026-09-01 … 2026-12-31. */
export function makeSchoolInput(overrides: Partial<SchoolInput> = {}): SchoolInput {
  return {
    format: 'school/1',
    id: 'fixture',
    name: { en: 'Fixture School' },
    zone: 'Asia/Riyadh',
    languages: ['en'],
    bellSchedules: {
      regular: {
        name: { en: 'Regular' },
        periods: [
          { key: '1', start: '07:15', end: '08:00' },
          { key: '2', start: '08:05', end: '08:50' },
          { key: 'break', kind: 'break', start: '08:50', end: '09:10' },
          { key: '3', start: '09:10', end: '09:55' },
        ],
      },
      short: {
        name: { en: 'Short' },
        periods: [
          { key: '1', start: '09:00', end: '09:30' },
          { key: '2', start: '09:30', end: '10:00' },
        ],
      },
      none: { name: { en: 'Weekend' } },
    },
    calendar: {
      from: '2026-09-01',
      through: '2026-12-31',
      week: { sun: 'regular', mon: 'regular', tue: 'regular', wed: 'regular', thu: 'regular' },
    },
    classes: [{ id: '1/1' }, { id: '1/2' }],
    subjects: [
      { id: 'science', name: { en: 'Science' } },
      { id: 'maths', name: { en: 'Mathematics' } },
    ],
    teachers: [{ id: 't1', name: { en: 'Teacher 1' } }],
    rooms: [{ id: 'r1', name: { en: 'Room 1' } }],
    lessons: [
      { class: '1/1', weekday: 'mon', period: '1', subject: 'science', teachers: ['t1'] },
      { class: '1/1', weekday: 'mon', period: '2', subject: 'maths', rooms: ['r1'] },
    ],
    ...overrides,
  };
}

export function makeSchool(overrides: Partial<SchoolInput> = {}): School {
  return parseSchool(makeSchoolInput(overrides));
}
