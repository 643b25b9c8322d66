import { expect, test } from 'vitest';

import { isClockTrusted, losesTimeOff, type ClockFacts } from './clock-trust.ts';

const MINUTE = 60_000;
const SEEN = Date.parse('2026-09-14T12:00:00Z');

function makeFacts(overrides: Partial<ClockFacts> = {}): ClockFacts {
  return {
    instant: SEEN + 1_000,
    highest: SEEN,
    isAnswered: false,
    losesTime: false,
    ...overrides,
  };
}

test.each<[string, Partial<ClockFacts>, boolean]>([
  ['goes on from where it was', {}, true],
  [
    'may stand still while it is off, and goes on from where it was',
    { losesTime: undefined },
    false,
  ],
  [
    'may stand still, and is where it can only be if it went on',
    { losesTime: undefined, instant: SEEN + 12 * MINUTE },
    true,
  ],
  ['may stand still, and was answered since', { losesTime: undefined, isAnswered: true }, true],
  ['is two seconds behind what it has seen', { instant: SEEN - 2_000 }, true],
  ['is further behind what it has seen', { instant: SEEN - 2_001 }, false],
  ['is at 1970', { instant: 0 }, false],
  ['loses time while it is off', { losesTime: true }, false],
  ['loses time, and was answered since', { losesTime: true, isAnswered: true }, true],
  ['is behind, and was answered since', { instant: 0, isAnswered: true }, true],
])('a clock that %s', (_, overrides, trust) => {
  expect(isClockTrusted(makeFacts(overrides))).toBe(trust);
});

test.each<[string, boolean | undefined, number, number, boolean | undefined]>([
  ['another offset: it stood still', undefined, 61_001, 60 * MINUTE, true],
  ['an offset that is smaller by as much', undefined, -61_001, 60 * MINUTE, true],
  ['the same offset after an hour: it went on', undefined, 60_000, 60 * MINUTE, false],
  ['the same offset after a minute says nothing', undefined, 0, MINUTE, undefined],
  ['…nor does it after it has once gone on', false, 0, MINUTE, false],
  ['another offset, though it has once gone on', false, 61_000, 60 * MINUTE, true],
  ['the same offset, though it has once stood still', true, 0, 60 * MINUTE, true],
])('a device that comes back with %s', (_, losesTime, offset, offFor, known) => {
  const before = { offset: 0, highest: SEEN, losesTime };
  expect(losesTimeOff(before, offset, SEEN + offFor)).toBe(known);
});
