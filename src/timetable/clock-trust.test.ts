import { expect, test } from 'vitest';

import { clockTrust, hasLostTime, type ClockFacts } from './clock-trust.ts';

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

test.each<[string, Partial<ClockFacts>, string]>([
  ['goes on from where it was', {}, 'trusted'],
  ['is two seconds behind what it has seen', { instant: SEEN - 2_000 }, 'trusted'],
  ['is further behind what it has seen', { instant: SEEN - 2_001 }, 'untrusted'],
  ['is at 1970', { instant: 0 }, 'untrusted'],
  ['loses time while it is off', { losesTime: true }, 'untrusted'],
  ['loses time, and was answered since', { losesTime: true, isAnswered: true }, 'trusted'],
  ['is behind, and was answered since', { instant: 0, isAnswered: true }, 'trusted'],
])('a clock that %s', (_, overrides, trust) => {
  expect(clockTrust(makeFacts(overrides))).toBe(trust);
});

test('a device that comes back with another offset loses time while it is off', () => {
  expect(hasLostTime(1_000, 61_000)).toBe(false);
  expect(hasLostTime(1_000, 61_001)).toBe(true);
  expect(hasLostTime(61_001, 1_000)).toBe(true);
});
