import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import {
  clockAnswered,
  clockBound,
  clockFrom,
  clockOn,
  instantAt,
  type ClockReading,
} from './clock-offset.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-09-14T12:00:00Z');
const START: ClockReading = { device: NOON, monotonic: 500 };

/** Both clocks `ms` later; `jump` is added to the time of day alone. */
function later(ms: number, jump = 0, from = START): ClockReading {
  return { device: from.device + ms + jump, monotonic: from.monotonic + ms };
}

test('without an answer the device is believed', () => {
  const clock = clockFrom(START);
  expect(instantAt(clock, later(HOUR))).toBe(NOON + HOUR);
  expect(clockBound(clock, later(HOUR))).toBeUndefined();
});

test('the offset of the last time holds until the first answer', () => {
  expect(instantAt(clockFrom(START, -HOUR), START)).toBe(NOON - HOUR);
});

test.each([
  ['an hour ahead when it was last known', 0, -HOUR],
  ['at midnight of its own time, three hours east', -3 * HOUR, 0],
])('a device that begins at 1970 and was %s is not before 1970', (_, device, offset) => {
  const start = { device, monotonic: 500 };
  const clock = clockFrom(start, offset);
  expect(instantAt(clock, start)).toBe(0);
  expect(instantAt(clock, later(HOUR, 0, start))).toBe(HOUR);
});

test('a clock that is far off steps to the answer', () => {
  const clock = clockAnswered(clockFrom(START), START, NOON + HOUR, 40);
  expect(instantAt(clock, START)).toBe(NOON + HOUR);
  expect(instantAt(clock, later(5_000))).toBe(NOON + HOUR + 5_000);
});

test.each([
  ['ahead', 1_900],
  ['behind', -1_900],
])('a correction below two seconds is slewed, %s', (_, correction) => {
  const clock = clockAnswered(clockFrom(START), START, NOON + correction, 40);
  expect(instantAt(clock, START)).toBe(NOON);
  expect(instantAt(clock, later(1_000))).toBe(NOON + 1_000 + Math.sign(correction) * 50);
  expect(instantAt(clock, later(60_000))).toBe(NOON + 60_000 + correction);
});

test('time never runs backwards while it is slewed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_999, max: 1_999 }),
      fc.integer({ min: 0, max: 60_000 }),
      fc.integer({ min: 0, max: 60_000 }),
      (correction, first, second) => {
        const clock = clockAnswered(clockFrom(START), START, NOON + correction, 40);
        const earlier = instantAt(clock, later(first));
        expect(instantAt(clock, later(first + second))).toBeGreaterThanOrEqual(earlier);
      },
    ),
    runs(),
  );
});

test('the answer with the shortest round trip counts, for as long as it is among the last eight', () => {
  let clock = clockAnswered(clockFrom(START), START, NOON + 5_000, 10);
  for (let answer = 1; answer < 8; answer++) {
    clock = clockAnswered(clock, later(answer), NOON + answer + 5_900, 900);
  }
  expect(instantAt(clock, later(60_000))).toBe(NOON + 65_000);
  clock = clockAnswered(clock, later(8), NOON + 8 + 5_900, 900);
  expect(instantAt(clock, later(60_000))).toBe(NOON + 65_900);
});

// fault:T11 The TV’s clock drifts
// hallway: true time, to the accuracy of the newest answer
// technician: the bound of the error is that of the newest answer
test('an old answer loses to a new one, because quartz drifts', () => {
  let clock = clockAnswered(clockFrom(START), START, NOON, 10);
  clock = clockAnswered(clock, later(2 * HOUR), NOON + 2 * HOUR + 700, 100);
  expect(instantAt(clock, later(3 * HOUR))).toBe(NOON + 3 * HOUR + 700);
  expect(clockBound(clock, later(2 * HOUR))).toBe(100);
});

test('an answer that contradicts the earlier ones replaces them', () => {
  let clock = clockAnswered(clockFrom(START), START, NOON, 10);
  clock = clockAnswered(clock, later(60_000), NOON + HOUR, 400);
  expect(instantAt(clock, later(60_000))).toBe(NOON + HOUR);
});

test('after a sleep the time of day is followed', () => {
  const asleep = later(1_000, 8 * HOUR);
  const clock = clockOn(clockAnswered(clockFrom(START), START, NOON + 5_000, 10), asleep);
  expect(instantAt(clock, asleep)).toBe(NOON + 1_000 + 8 * HOUR + 5_000);
});

test('a jump of three seconds or less is not a sleep', () => {
  const clock = clockFrom(START);
  expect(clockOn(clock, later(1_000, 3_000))).toBe(clock);
});

test('a clock put back is ignored, and a sleep after it still noticed', () => {
  const back = later(1_000, -HOUR);
  const clock = clockOn(clockFrom(START), back);
  expect(instantAt(clock, back)).toBe(NOON + 1_000);
  const asleep = later(2_000, -HOUR + 10 * 60_000);
  expect(instantAt(clockOn(clock, asleep), asleep)).toBe(NOON + 2_000 + 10 * 60_000);
});

test('a device that is put right does not move the wall, which knew the time already', () => {
  const clock = clockAnswered(clockFrom(START), START, NOON + HOUR, 40);
  const right = later(1_000, HOUR + 300);
  const after = clockOn(clock, right);
  expect(instantAt(after, right)).toBe(NOON + HOUR + 1_000);
  expect(instantAt(after, later(60_000, HOUR + 300))).toBe(NOON + HOUR + 60_000);
});

// fault:T12 The device’s clock jumps to and fro
// hallway: time on the wall never runs backwards
// technician: nothing to do
test('whatever the device does, time does not go back', () => {
  const jumps = fc.array(
    fc.record({
      ms: fc.integer({ min: 1, max: HOUR }),
      jump: fc.integer({ min: -10 * HOUR, max: 10 * HOUR }),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(jumps, (steps) => {
      let clock = clockFrom(START);
      let reading = START;
      let earlier = instantAt(clock, reading);
      for (const { ms, jump } of steps) {
        reading = later(ms, jump, reading);
        clock = clockOn(clock, reading);
        expect(instantAt(clock, reading)).toBeGreaterThanOrEqual(earlier);
        earlier = instantAt(clock, reading);
      }
    }),
    runs(),
  );
});
