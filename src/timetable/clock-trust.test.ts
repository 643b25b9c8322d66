import { expect, test } from 'vitest';

import { isPlausible, losesTimeOff } from './clock-trust.ts';

const MINUTE = 60_000;
const SEEN = Date.parse('2026-09-14T12:00:00Z');

test.each<[string, number, boolean | undefined, boolean]>([
  ['has kept time, and goes on from where it was', SEEN + 1_000, false, true],
  ['may stand still while it is off, and goes on from where it was', SEEN, undefined, false],
  ['may stand still, and is a moment before that', SEEN + 12 * MINUTE - 1, undefined, false],
  ['is where it can only be if it went on', SEEN + 12 * MINUTE, undefined, true],
  ['is two seconds behind what it has seen', SEEN - 2_000, false, true],
  ['is further behind what it has seen', SEEN - 2_001, false, false],
  ['is at 1970', 0, false, false],
  ['loses time while it is off', SEEN + 60 * MINUTE, true, false],
])('a clock that %s', (_, instant, losesTime, isGood) => {
  expect(isPlausible(instant, SEEN, losesTime)).toBe(isGood);
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
