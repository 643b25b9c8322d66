import { beforeEach, expect, test } from 'vitest';

import { pageClock, type PageClockOptions } from './page-clock.ts';

const NOON = Date.parse('2026-09-14T12:00:00Z');
const HOUR = 3_600_000;

let device: number;
let monotonic: number;

beforeEach(() => {
  device = NOON;
  monotonic = 0;
});

function pass(ms: number) {
  device += ms;
  monotonic += ms;
}

function makeOptions(overrides: Partial<PageClockOptions> = {}): PageClockOptions {
  return {
    read: () => ({ device, monotonic }),
    stored: { offset: 0, highest: NOON - HOUR, losesTime: false },
    builtAt: NOON - 1000 * HOUR,
    isReload: false,
    ...overrides,
  };
}

const answer = (server: number) => ({ server, roundTripMs: 40, elapsedMs: 100 });

test('an answer is related to the page by what has passed since', () => {
  const clock = pageClock(makeOptions());
  clock.answered(answer(NOON + HOUR), 5);
  expect(clock.now()).toBe(NOON + HOUR + 120);
  expect(clock.bound()).toBe(25);
  expect(clock.offset()).toBe(HOUR + 120);
});

test('a device at 1970 is not trusted, until an answer repairs it', () => {
  device = 86_400_000;
  const clock = pageClock(makeOptions());
  expect(clock.trust()).toBe('untrusted');
  clock.answered(answer(NOON), 0);
  expect(clock.trust()).toBe('trusted');
  expect(clock.toStore()).toMatchObject({ highest: NOON + 120, losesTime: true });
});

test('a device that has lost time once is not trusted after the next start', () => {
  const stored = { offset: 0, highest: NOON - HOUR, losesTime: true };
  expect(pageClock(makeOptions({ stored })).trust()).toBe('untrusted');
  expect(pageClock(makeOptions({ stored, isReload: true })).trust()).toBe('trusted');
});

test('a screen that has never been answered goes by the time of its build', () => {
  const stored = undefined;
  expect(pageClock(makeOptions({ stored })).trust()).toBe('trusted');
  device = NOON - 1001 * HOUR;
  expect(pageClock(makeOptions({ stored })).trust()).toBe('untrusted');
});

test('an answer before the time of the build counts, at the next start as well', () => {
  const stored = { offset: 0, highest: NOON - HOUR, losesTime: false };
  expect(pageClock(makeOptions({ stored, builtAt: NOON + HOUR })).trust()).toBe('trusted');
});

test('an endpoint that is earlier than what was seen is believed', () => {
  const clock = pageClock(makeOptions());
  clock.answered(answer(NOON - 500 * HOUR), 0);
  expect(clock.toStore().highest).toBe(NOON - 500 * HOUR + 120);
  expect(clock.trust()).toBe('trusted');
});

test('what has been seen grows while the screen is on', () => {
  const clock = pageClock(makeOptions());
  pass(HOUR);
  expect(clock.toStore().highest).toBe(NOON + HOUR);
});

test('an untrusted clock is not remembered as having been seen', () => {
  device = NOON - 2 * HOUR;
  expect(pageClock(makeOptions()).toStore().highest).toBe(NOON - HOUR);
});
