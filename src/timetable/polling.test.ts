import { expect, test } from 'vitest';

import { nextSlotAfter, pollingOf, type Polling } from './polling.ts';
import { makeSnapshot, SUNDAY_MIDNIGHT } from './snapshot.fixture.ts';

const SIX = 6 * 3_600_000;
const at = (time: string) => Date.parse(`1970-01-01T${time}Z`);

/** Hours 06:40–13:00; asks at half past each minute, and at 7.5 past each quarter outside them. */
function makePolling(overrides: Partial<Polling> = {}): Polling {
  return {
    phase: 0.5,
    inHoursMs: 60_000,
    offHoursMs: 900_000,
    isInHours: (instant) => instant >= SIX + 40 * 60_000 && instant < 13 * 3_600_000,
    ...overrides,
  };
}

test.each([
  ['in hours, the next half minute', '08:00:00', '08:00:30'],
  ['on a slot, the one after it', '08:00:30', '08:01:30'],
  ['outside, the middle of the quarter', '05:00:00', '05:07:30'],
  ['just before hours begin, their first slot', '06:37:31', '06:40:30'],
  ['the last slot of the hours', '12:58:31', '12:59:30'],
  ['after the hours, the middle of the quarter', '12:59:31', '13:07:30'],
])('%s', (_, from, slot) => {
  expect(nextSlotAfter(makePolling(), at(from))).toBe(at(slot));
});

test('a school may poll less often in hours than outside them', () => {
  const polling = makePolling({ inHoursMs: 600_000, offHoursMs: 60_000 });
  expect(nextSlotAfter(polling, at('05:00:00'))).toBe(at('05:00:30'));
  expect(nextSlotAfter(polling, at('08:00:00'))).toBe(at('08:05:00'));
});

test('a clock from before the timetable was published does not know the hours', () => {
  const polling = pollingOf(makeSnapshot(), 0.5, SUNDAY_MIDNIGHT);
  expect(nextSlotAfter(polling, 0)).toBe(30_000);
  expect(nextSlotAfter(polling, SUNDAY_MIDNIGHT)).toBe(SUNDAY_MIDNIGHT + 450_000);
});
