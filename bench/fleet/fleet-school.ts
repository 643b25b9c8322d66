import type { School } from '../../src/contract/school.ts';
import { largeSchool } from '../large-school.ts';

const MS_PER_DAY = 86_400_000;
const DAYS_BEFORE = 30;
const DAYS_AFTER = 335;
const PERIODS = 7;
/** Seven of them, end to end, are a day but for 40 minutes, which the last one takes. */
const PERIOD_MINUTES = 200;
const DAY_MINUTES = 1440;

export type FleetSchoolOptions = {
  readonly classes: number;
  /** Instant of the run. */
  readonly at: number;
  readonly pollingSeconds: number;
  /** Each makes another snapshot of the same size. */
  readonly edition: number;
};

/**
 * A school of which every hour is a school hour, so that screens poll as they do in lessons whenever
 * the run takes place. In everything else, and so in size, it is `largeSchool`.
 */
export function fleetSchool(options: FleetSchoolOptions): School {
  const { classes, at, pollingSeconds, edition } = options;
  const school = largeSchool({ classes, days: DAYS_BEFORE + DAYS_AFTER, periods: PERIODS });
  const text = { ar: `طبعة ${edition}`, en: `Edition ${edition}` };
  return {
    ...school,
    bellSchedules: { ...school.bellSchedules, regular: roundTheClock(school) },
    calendar: {
      ...school.calendar,
      from: dateOf(at - DAYS_BEFORE * MS_PER_DAY),
      through: dateOf(at + DAYS_AFTER * MS_PER_DAY),
      week: {
        sun: 'regular',
        mon: 'regular',
        tue: 'regular',
        wed: 'regular',
        thu: 'regular',
        fri: 'regular',
        sat: 'regular',
      },
      seasons: [],
      exceptions: [],
    },
    substitutions: [],
    notices: school.notices.map((notice) => ({
      ...notice,
      text,
      from: `${dateOf(at)}T00:00`,
      until: `${dateOf(at + MS_PER_DAY)}T12:00`,
    })),
    polling: { ...school.polling, inHours: pollingSeconds },
  };
}

function roundTheClock({ bellSchedules }: School): School['bellSchedules'][string] {
  const regular = bellSchedules['regular'];
  if (!regular) throw new RangeError('The large school has no regular bells');
  const periods = regular.periods
    ?.filter(({ kind }) => kind === 'lesson')
    .map((period, at) => ({
      ...period,
      start: timeOf(at * PERIOD_MINUTES),
      end: timeOf(at + 1 === PERIODS ? DAY_MINUTES : (at + 1) * PERIOD_MINUTES),
    }));
  return { ...regular, periods };
}

function timeOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

function dateOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
