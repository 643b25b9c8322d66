import type { Declared, Fault } from './fault.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const PPM = 80;
const OFF_MS = 10_000;

const FOLLOWED: Declared = {
  symptom: 'wrong',
  because: 'a jump forward looks like a sleep, until the next answer (T07)',
};
const NOT_SET: Declared = {
  symptom: 'unsure',
  needsStart: true,
  forGood: true,
  because:
    '“Clock not set” until the first answer, on a device that has lost the time once (T01, T09)',
};

const jumps = (ms: number): Fault['begin'] => {
  return ({ tv }, { screen }) => tv(screen).device.quartz.jump(ms);
};

/** What may happen to a TV’s clocks. */
export const CLOCK_FAULTS = {
  hourAhead: {
    title: 'the device’s clock is put forward by an hour',
    page: ['T07', 'T12'],
    isMoment: true,
    begin: jumps(HOUR),
    declares: [FOLLOWED, NOT_SET],
  },
  dayAhead: {
    title: 'the device’s clock is put forward by a day',
    page: ['T05', 'T07', 'T14'],
    isMoment: true,
    begin: jumps(DAY),
    declares: [FOLLOWED, NOT_SET],
  },
  minutesBack: {
    title: 'the device’s clock is put back by 40 minutes in a lesson',
    page: ['T05', 'T06', 'T22'],
    isMoment: true,
    begin: jumps(-40 * MINUTE),
    declares: [
      NOT_SET,
      {
        symptom: 'wrong',
        with: ['sleep'],
        because: 'nothing tells a page for how long it slept, until the next answer (T06, T08)',
      },
      {
        symptom: 'wrong',
        needsStart: true,
        because: 'a start knows no better than the device and what was stored of it (T05)',
      },
    ],
  },
  factoryClock: {
    title: 'the power goes for ten seconds, and the clock begins at 1970',
    page: ['T01'],
    isMoment: true,
    begin: ({ tv, at, browsers }, { screen }) => {
      const { device, off, on } = tv(screen);
      off();
      at(browsers.now() + OFF_MS, () => {
        device.quartz.set(browsers.now(), 0);
        on();
      });
    },
    lingersMs: OFF_MS,
    declares: [NOT_SET],
  },
  stoppedClock: {
    title: 'the power goes, and the clock stands still meanwhile',
    page: ['T09', 'N02'],
    begin: ({ tv, browsers }, { screen }) => {
      const { device, off, on } = tv(screen);
      const stood = device.quartz.dayTime(browsers.now());
      off();
      return () => {
        device.quartz.set(browsers.now(), stood);
        on();
      };
    },
    declares: [
      NOT_SET,
      {
        symptom: 'wrong',
        needsStart: true,
        because: 'the first time, nothing tells this clock from a sound one, until an answer (T09)',
      },
    ],
  },
  drift: {
    title: `the device’s crystal gains ${PPM} parts per million`,
    page: ['T11'],
    begin: ({ tv, browsers }, { screen }) => {
      const { quartz } = tv(screen).device;
      quartz.drift(browsers.now(), PPM);
      return () => quartz.drift(browsers.now(), 0);
    },
  },
  sleep: {
    title: 'the TV sleeps without telling the page',
    page: ['T08', 'T13'],
    begin: ({ tv, browsers }, { screen, until }) => {
      tv(screen).sleep(until - browsers.now());
      // It wakes by itself then.
      return () => {};
    },
    declares: [{ symptom: 'stale', because: 'it wakes with what it had, until its slot (T08)' }],
  },
} as const satisfies Readonly<Record<string, Fault>>;
