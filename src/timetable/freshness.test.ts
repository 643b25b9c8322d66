import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { freshUntil } from './fresh-until.ts';
import { freshnessAt } from './freshness.ts';
import type { Polling } from './polling.ts';

const MINUTE = 60_000;
const hours = {
  from: Date.parse('2026-09-14T06:45+03:00'),
  until: Date.parse('2026-09-14T13:00+03:00'),
};

function makePolling(overrides: Partial<Polling> = {}): Polling {
  return {
    phase: 0.5,
    inHoursMs: MINUTE,
    offHoursMs: 15 * MINUTE,
    isInHours: (instant) => instant >= hours.from && instant < hours.until,
    ...overrides,
  };
}

const at = (time: string) => Date.parse(`2026-09-14T${time}+03:00`);
const pointer = { publishedAt: at('07:00:00') };
const kindAt = (confirmed: string, instant: string) =>
  freshnessAt(pointer, at(confirmed), freshUntil(at(confirmed), makePolling()), at(instant)).kind;

test.each([
  ['just confirmed', '08:12:30', '08:12:30', 'fresh'],
  ['ten minutes old, to the millisecond', '08:12:30', '08:22:30', 'fresh'],
  ['older than ten minutes in hours', '08:12:30', '08:22:31', 'stale'],
  // At night slots are at 7.5, 22.5, 37.5 and 52.5 minutes past the hour.
  ['at night, two slots missed', '02:07:31', '02:40:00', 'fresh'],
  ['at night, while the third may be answered', '02:07:31', '02:52:40', 'fresh'],
  ['at night, when the third has passed', '02:07:31', '02:52:41', 'stale'],
  ['when hours have begun since', '06:38:00', '06:48:01', 'stale'],
])('a screen is: %s', (_, confirmed, instant, kind) => {
  expect(kindAt(confirmed, instant)).toBe(kind);
});

test('a stale screen says when it was last known to be current', () => {
  const confirmedAt = at('07:00:00');
  expect(freshnessAt(pointer, confirmedAt, at('07:10:00'), at('08:00:00'))).toEqual({
    kind: 'stale',
    confirmedAt,
  });
});

test('once stale, a screen stays stale until it is confirmed again', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 * 24 * 60 }),
      fc.integer({ min: 0, max: 3 * 24 * 60 }),
      fc.integer({ min: 0, max: 600 }),
      (confirmed, age, later) => {
        const from = hours.from + confirmed * MINUTE;
        const kind = (minutes: number) =>
          freshnessAt(pointer, from, freshUntil(from, makePolling()), from + minutes * MINUTE).kind;
        if (kind(age) === 'stale') expect(kind(age + later)).toBe('stale');
      },
    ),
    runs(),
  );
});

// fault:T22 The clock is put back to before the last confirmation
// hallway: no badge for it
// technician: nothing to do
test('a clock put back does not make a screen stale', () => {
  expect(kindAt('08:12:30', '07:00:00')).toBe('fresh');
});

test('what an endpoint serves that lost the newest is as old as its publication', () => {
  const served = { ...pointer, isStale: true };
  expect(freshnessAt(served, at('08:00:00'), at('08:10:00'), at('08:00:00'))).toEqual({
    kind: 'stale',
    confirmedAt: pointer.publishedAt,
  });
});
