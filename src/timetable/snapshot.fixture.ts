import type { Snapshot } from '../contract/snapshot.ts';

/** 2026-03-01, a Sunday. */
export const SUNDAY = 20_513;
/** 07:00 on that Sunday in Riyadh. */
export const SUNDAY_MIDNIGHT = Date.parse('2026-03-01T00:00:00+03:00');

const at = (hour: number, minute = 0) => hour * 3600 + minute * 60;

/**
 * Two weeks of a school in Riyadh, Sunday to Thursday: period 1 at 07:15, a gap of five minutes,
 * period 2 at 08:05, break at 08:50, period 3 at 09:10 until 09:55. Class 1/1 has science in all of
 * them, class 1/2 mathematics.
 */
export function makeSnapshot(overrides: Partial<Snapshot> = {}): Snapshot {
  return {
    format: 'snapshot/1',
    school: {
      id: 'fixture',
      salt: 'salt',
      name: { en: 'Fixture School' },
      zone: 'Asia/Riyadh',
      languages: ['en'],
      digits: 'latn',
      hourCycle: 'h23',
      bellOffsetMs: 0,
      theme: 'auto',
      examCountdown: true,
    },
    offsets: [[0, 10_800]],
    coverage: { from: SUNDAY, through: SUNDAY + 13 },
    tracks: [{ id: 'all', name: { en: 'All' } }],
    bells: [
      [
        { key: '1', kind: 'lesson', start: at(7, 15), end: at(8) },
        { key: '2', kind: 'lesson', start: at(8, 5), end: at(8, 50) },
        { key: 'break', kind: 'break', start: at(8, 50), end: at(9, 10) },
        { key: '3', kind: 'lesson', start: at(9, 10), end: at(9, 55) },
      ],
    ],
    bellSchedules: [{ id: 'regular', name: { en: 'Regular' }, bells: [0] }],
    dayKinds: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
      schedules: [weekday < 5 ? 0 : null],
      weekday,
    })),
    days: [0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6],
    usual: [0, 0, 0, 0, 0, null, null],
    classes: [
      { id: '1/1', name: { en: '1/1' }, track: 0 },
      { id: '1/2', name: { en: '1/2' }, track: 0 },
    ],
    subjects: [
      { id: 'science', name: { en: 'Science' } },
      { id: 'maths', name: { en: 'Mathematics' } },
    ],
    teachers: [
      { id: 't1', name: { en: 'Teacher 1' } },
      { id: 't2', name: { en: 'Teacher 2' } },
    ],
    rooms: [
      { id: 'r1', name: { en: 'Room 1' } },
      { id: 'r2', name: { en: 'Room 2' } },
    ],
    lessons: [0, 1, 2, 3, 4].flatMap((weekday) =>
      ['1', '2', '3'].flatMap((period) => [
        { c: 0, d: weekday, p: period, s: 0, t: [0], r: [0] },
        { c: 1, d: weekday, p: period, s: 1, t: [1], r: [1] },
      ]),
    ),
    changes: [],
    exams: [],
    duties: [],
    notices: [],
    honours: [],
    events: [],
    alerts: [],
    hijri: [],
    polling: { inHoursMs: 60_000, offHoursMs: 900_000 },
    ...overrides,
  };
}
