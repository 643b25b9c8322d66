import { ALFARABI } from './hall.ts';

/** The first bell is at 00:20: the wall is awake on both sides of midnight. */
const PERIODS = [
  { key: 'assembly', kind: 'assembly', start: '00:20', end: '00:35' },
  { key: '1', start: '00:35', end: '03:00' },
  { key: '2', start: '03:05', end: '06:00' },
  { key: '3', start: '06:05', end: '09:00' },
  { key: '4', start: '09:05', end: '12:00' },
  { key: '5', start: '12:05', end: '15:00' },
  { key: '6', start: '15:05', end: '19:00' },
  { key: '7', start: '19:05', end: '22:50' },
];

/**
 * The example school, teaching around the clock from Sunday to Thursday. Other walls show little at
 * midnight; before a school day this one shows the old day's end until then and the new day's plan
 * from then on, and its screens ask every minute.
 */
export const NIGHT_SCHOOL = {
  ...ALFARABI,
  bellSchedules: { regular: { name: ALFARABI.bellSchedules.regular.name, periods: PERIODS } },
  calendar: {
    from: ALFARABI.calendar.from,
    through: ALFARABI.calendar.through,
    week: { sun: 'regular', mon: 'regular', tue: 'regular', wed: 'regular', thu: 'regular' },
  },
  substitutions: [],
  exams: [],
  notices: [],
};
