import { editsOf } from './edits-of.ts';
import { makeScreens, type ScreenPlan } from './make-screens.ts';
import type { Size } from './size.ts';
import { FIRST_DAY } from './storm-school.ts';
import type { Span, Tape } from './tape.ts';

export type Scenario = {
  readonly name: string;
  /** In a few words, for people. */
  readonly title: string;
  /** What a reader of its figures should know. */
  readonly note?: string;
  readonly screens: number;
  readonly perSchool: number;
  /** How full the fullest second may be; absent: it is not said. */
  readonly flatness?: 'exact' | 'imperfect';
  readonly make: (size: Size) => Tape;
};

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const ALWAYS: Span = { from: 0, to: Infinity };
const PER_SCHOOL = 5;
const MANY = 5_000;

/** An instant of the first school day. */
const at = (hours: number, minutes = 0) => FIRST_DAY + hours * HOUR + minutes * MINUTE;

const POWER_ON_AT = at(6, 20);

type Facts = Pick<Tape, 'measured' | 'moment' | 'steady'> &
  Partial<Pick<Tape, 'edits' | 'outages' | 'restarts' | 'isInstalled'>> &
  Partial<Pick<ScreenPlan, 'powerOf' | 'clockErrorMs' | 'clockLossOf'>>;

function tapeOf(scenario: string, { seed, screens, perSchool }: Size, facts: Facts): Tape {
  const { powerOf = () => [ALWAYS], clockErrorMs = 0, clockLossOf, ...rest } = facts;
  const plan = { seed, screens, perSchool, powerOf, clockErrorMs };
  return {
    scenario,
    seed,
    schools: Math.ceil(screens / perSchool),
    screens: makeScreens(clockLossOf ? { ...plan, clockLossOf } : plan),
    isInstalled: true,
    edits: [],
    outages: [],
    restarts: [],
    ...rest,
  };
}

/** Power comes back in the morning, within a minute. */
function powerOn(name: string, size: Size, isInstalled: boolean, until: number): Tape {
  return tapeOf(name, size, {
    measured: { from: POWER_ON_AT, to: until },
    moment: POWER_ON_AT,
    steady: { from: at(6, 31), to: until },
    isInstalled,
    powerOf: (random) => [{ from: POWER_ON_AT + random() * MINUTE, to: Infinity }],
  });
}

/** The cold boot that was measured, for as long as it was: 600 screens of 200 schools that keep nothing. */
export function coldBoot(seed: number): Tape {
  const size = { seed, screens: 600, perSchool: 3 };
  return powerOn('cold-boot', size, false, POWER_ON_AT + 7 * MINUTE);
}

/** Two school days: most screens are switched off overnight, offices edit, the network fails once. */
function twoDays(size: Size): Tape {
  const measured = { from: FIRST_DAY, to: FIRST_DAY + 2 * DAY };
  return tapeOf('two-days', size, {
    measured,
    moment: FIRST_DAY + DAY,
    steady: { from: at(7), to: at(9) },
    powerOf(random) {
      if (random() < 0.3) return [ALWAYS];
      return [0, 1].map((day) => {
        const on = FIRST_DAY + day * DAY + 6 * HOUR + random() * 30 * MINUTE;
        return { from: on, to: on + 8 * HOUR + random() * 3 * HOUR };
      });
    },
    edits: editsOf(size, 0.3, [
      { from: at(6, 30), to: at(11, 30) },
      { from: at(30, 30), to: at(35, 30) },
    ]),
    outages: [{ from: at(33), to: at(33, 20) }],
    restarts: [at(10)],
  });
}

const MORNING_OF_LOST_CLOCKS = [0, 1].map((day) => POWER_ON_AT + day * DAY);

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'midnight',
    title: 'a school night turns into the next school day',
    screens: MANY,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    make: (size) => {
      const measured = { from: at(23, 45), to: at(24, 45) };
      return tapeOf('midnight', size, { measured, moment: at(24), steady: measured });
    },
  },
  {
    name: 'power-on-600',
    title: 'power comes back within a minute, at 06:20',
    screens: 600,
    perSchool: 3,
    flatness: 'exact',
    make: (size) => powerOn('power-on-600', size, true, at(6, 50)),
  },
  {
    name: 'power-on-10000',
    title: 'the same for ten thousand screens',
    screens: 10_000,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    make: (size) => powerOn('power-on-10000', size, true, at(6, 50)),
  },
  {
    name: 'first-boot-600',
    title: 'the same with empty stores, as on the first day',
    note: 'A screen that has never shown anything asks within three seconds, for its pointer and its first timetable.',
    screens: 600,
    perSchool: 3,
    make: (size) => powerOn('first-boot-600', size, false, at(6, 50)),
  },
  {
    name: 'bell',
    title: 'the bell of 07:45, in every school at once',
    screens: MANY,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    make: (size) => {
      const measured = { from: at(7, 35), to: at(7, 55) };
      return tapeOf('bell', size, { measured, moment: at(7, 45), steady: measured });
    },
  },
  {
    name: 'outage',
    title: 'nobody reaches the server for ten minutes, over a bell',
    screens: MANY,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    make: (size) => {
      const measured = { from: at(8, 15), to: at(8, 50) };
      const outages = [{ from: at(8, 25), to: at(8, 35) }];
      return tapeOf('outage', size, { measured, moment: at(8, 35), steady: measured, outages });
    },
  },
  {
    name: 'publish-all',
    title: 'every school publishes at 10:00',
    note: 'Each screen fetches once, right after its own poll: for a minute there are two requests instead of one.',
    screens: MANY,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    make: (size) =>
      tapeOf('publish-all', size, {
        measured: { from: at(9, 55), to: at(10, 10) },
        moment: at(10),
        // Each screen fetches once, right after its poll: two requests a minute instead of one.
        steady: { from: at(10), to: at(10, 1) },
        edits: editsOf(size, 1, [{ from: at(10), to: at(10) }]),
      }),
  },
  {
    name: 'restart',
    title: 'the server restarts in the middle of a lesson',
    screens: MANY,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    make: (size) => {
      const measured = { from: at(9, 55), to: at(10, 10) };
      const restarts = [at(10)];
      return tapeOf('restart', size, { measured, moment: at(10), steady: measured, restarts });
    },
  },
  {
    name: 'imperfect-1000',
    title: 'clocks up to 250 ms off, 30 % of 1,000 screens switched off',
    screens: 1_000,
    perSchool: PER_SCHOOL,
    flatness: 'imperfect',
    make: (size) => imperfect('imperfect-1000', size),
  },
  {
    name: 'imperfect',
    title: 'clocks up to 250 ms off, 30 % of the screens switched off',
    screens: MANY,
    perSchool: PER_SCHOOL,
    flatness: 'imperfect',
    make: (size) => imperfect('imperfect', size),
  },
  {
    name: 'lost-clocks',
    title: 'two mornings; of ten devices two lose their clock, two stop it',
    note:
      'A clock that begins in 2020 is not believed, and the wall says so. One that goes on where it stopped looks ' +
      'sound: its first morning is wrong until the first answer; from then on that device is not believed either.',
    screens: 1_000,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    make: (size) =>
      tapeOf('lost-clocks', size, {
        measured: { from: at(6, 10), to: at(31) },
        moment: POWER_ON_AT,
        steady: { from: at(7), to: at(9) },
        powerOf: (random) =>
          MORNING_OF_LOST_CLOCKS.map((morning) => {
            const on = morning + random() * 60 * SECOND;
            return { from: on, to: on + 7 * HOUR };
          }),
        clockLossOf: (number) => (['factory', 'frozen'] as const)[number % 5] ?? 'keeps',
      }),
  },
  {
    name: 'two-days',
    title: '48 hours: nights, mornings, edits, an outage, a restart',
    screens: MANY,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    make: twoDays,
  },
];

function imperfect(name: string, size: Size): Tape {
  const measured = { from: at(10), to: at(10, 15) };
  return tapeOf(name, size, {
    measured,
    moment: at(10),
    steady: measured,
    clockErrorMs: 250,
    powerOf: (random) => (random() < 0.3 ? [] : [ALWAYS]),
  });
}
