import { editsOf } from './edits-of.ts';
import { POWER_ON_AT, powerOn } from './power-on.ts';
import type { Size } from './size.ts';
import { ALWAYS, at, tapeOf } from './tape-of.ts';
import type { Tape } from './tape.ts';
import { twoDays } from './two-days.ts';

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
  /** No second of the whole run may be fuller than that either, nor those in which power comes back. */
  readonly isFlatThroughout?: true;
  readonly make: (size: Size) => Tape;
};

/** Of the screens of a fleet that is not as it should be. */
export const SHARE_OFF = 0.3;
const SECOND = 1_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const PER_SCHOOL = 5;
const MANY = 5_000;

const MORNING_OF_LOST_CLOCKS = [0, 1].map((day) => POWER_ON_AT + day * DAY);

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'midnight',
    title: 'a school night turns into the next school day',
    screens: MANY,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    isFlatThroughout: true,
    make: (size) => {
      const measured = { from: at(23, 45), to: at(24, 45) };
      return tapeOf('midnight', size, { measured, moment: at(24), steady: [measured] });
    },
  },
  {
    name: 'power-on-600',
    title: 'power comes back within a minute, at 06:20',
    screens: 600,
    perSchool: 3,
    flatness: 'exact',
    isFlatThroughout: true,
    make: (size) => powerOn('power-on-600', size, true, at(6, 50)),
  },
  {
    name: 'power-on-10000',
    title: 'power comes back within a minute, for ten thousand screens',
    screens: 10_000,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    isFlatThroughout: true,
    make: (size) => powerOn('power-on-10000', size, true, at(6, 50)),
  },
  {
    name: 'first-boot-600',
    title: 'power comes back, and nothing is stored yet: the first day',
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
    isFlatThroughout: true,
    make: (size) => {
      const measured = { from: at(7, 35), to: at(7, 55) };
      return tapeOf('bell', size, { measured, moment: at(7, 45), steady: [measured] });
    },
  },
  {
    name: 'outage',
    title: 'nobody reaches the server for ten minutes, over a bell',
    screens: MANY,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    isFlatThroughout: true,
    make: (size) => {
      const measured = { from: at(8, 15), to: at(8, 50) };
      const outages = [{ from: at(8, 25), to: at(8, 35) }];
      return tapeOf('outage', size, { measured, moment: at(8, 35), steady: [measured], outages });
    },
  },
  {
    name: 'publish-all',
    title: 'every school publishes at 10:15',
    note: 'Each screen fetches once, right after its own poll: for a minute there are two requests instead of one.',
    screens: MANY,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    isFlatThroughout: true,
    make: (size) =>
      tapeOf('publish-all', size, {
        measured: { from: at(10, 10), to: at(10, 25) },
        moment: at(10, 15),
        // Each screen fetches once, right after its poll: two requests a minute instead of one.
        steady: [{ from: at(10, 15), to: at(10, 16) }],
        edits: editsOf(size, 1, [{ from: at(10, 15), to: at(10, 15) }]),
      }),
  },
  {
    name: 'restart',
    title: 'the server restarts in the middle of a lesson',
    screens: MANY,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    isFlatThroughout: true,
    make: (size) => {
      const measured = { from: at(10, 10), to: at(10, 25) };
      const restarts = [at(10, 15)];
      return tapeOf('restart', size, {
        measured,
        moment: at(10, 15),
        steady: [measured],
        restarts,
      });
    },
  },
  {
    name: 'imperfect-1000',
    title: 'clocks up to 250 ms off, 30 % of 1,000 screens switched off',
    note:
      'Phases are spread evenly over all screens; which of them are off is chance. Of so few it comes to more than ' +
      '1.35 × the mean by itself: λ+√(2·0.3·λ ln 60) is the limit.',
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
      'sound: until a device has shown that its clock runs while it is off, it is not believed there either.',
    screens: 1_000,
    perSchool: PER_SCHOOL,
    flatness: 'exact',
    make: (size) =>
      tapeOf('lost-clocks', size, {
        measured: { from: at(6, 10), to: at(31) },
        moment: POWER_ON_AT,
        steady: [
          { from: at(7), to: at(9) },
          { from: at(30, 31), to: at(31) },
        ],
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
    isFlatThroughout: true,
    make: twoDays,
  },
];

function imperfect(name: string, size: Size): Tape {
  const measured = { from: at(10, 10), to: at(10, 25) };
  return tapeOf(name, size, {
    measured,
    moment: at(10, 10),
    steady: [measured],
    clockErrorMs: 250,
    powerOf: (random) => (random() < SHARE_OFF ? [] : [ALWAYS]),
  });
}
