import fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import {
  civilAt,
  dateOf,
  dateText,
  instantOf,
  offsetAt,
  timeText,
  weekdayOf,
  type Offsets,
} from './civil.ts';

// London 2026: forward at 01:00 UTC on 29 March, back at 01:00 UTC on 25 October.
const LONDON: Offsets = [
  [0, 0],
  [Date.parse('2026-03-29T01:00:00Z'), 3600],
  [Date.parse('2026-10-25T01:00:00Z'), 0],
];
// Cairo changes its clocks at midnight: 23 April 24:00 → 01:00, 29 October 24:00 → 23:00.
const CAIRO: Offsets = [
  [0, 7200],
  [Date.parse('2026-04-23T22:00:00Z'), 10_800],
  [Date.parse('2026-10-29T21:00:00Z'), 7200],
];

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

// fault:T20 Leap days and turns of the year
// hallway: the true date
// technician: nothing to do
test('every day number is the date that the platform says it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
      const platform = new Date(number * 86_400_000);
      expect(dateOf(number)).toEqual({
        year: platform.getUTCFullYear(),
        month: platform.getUTCMonth() + 1,
        date: platform.getUTCDate(),
      });
      expect(weekdayOf(number)).toBe(platform.getUTCDay());
    }),
    runs(2000),
  );
});

test.each([
  ['2026-03-29T00:59:59.999Z', '2026-03-29', '00:59:59'],
  ['2026-03-29T01:00:00.000Z', '2026-03-29', '02:00:00'],
  ['2026-10-25T00:59:59.999Z', '2026-10-25', '01:59:59'],
  ['2026-10-25T01:00:00.000Z', '2026-10-25', '01:00:00'],
])('in London at %s the wall shows %s %s', (instant, date, time) => {
  const civil = civilAt(LONDON, Date.parse(instant));
  expect([dateText(civil.day), timeText(civil.second)]).toEqual([date, time]);
});

test.each([
  ['an ordinary time', LONDON, '2026-06-01', 8, '2026-06-01T07:00:00Z'],
  ['a skipped time moves forward by the gap', LONDON, '2026-03-29', 1.5, '2026-03-29T01:30:00Z'],
  ['a repeated time is its first occurrence', LONDON, '2026-10-25', 1.5, '2026-10-25T00:30:00Z'],
  ['hours past 24 are the next date’s clock', LONDON, '2026-06-01', 24.5, '2026-06-01T23:30:00Z'],
  ['…across a skipped midnight', CAIRO, '2026-04-23', 24.5, '2026-04-23T22:30:00Z'],
  ['…across a repeated evening', CAIRO, '2026-10-29', 24.5, '2026-10-29T22:30:00Z'],
  ['the repeated evening itself', CAIRO, '2026-10-29', 23, '2026-10-29T20:00:00Z'],
])('%s', (_, offsets, date, hours, instant) => {
  expect(new Date(instantOf(offsets, day(date), hours * 3600)).toISOString()).toBe(
    instant.replace('Z', '.000Z'),
  );
});

test('a time comes back from its instant, and a skipped one an hour later', () => {
  const anywhere = fc.integer({ min: day('2025-01-01') * 86_400, max: day('2028-01-01') * 86_400 });
  const changes = [...LONDON, ...CAIRO].map(([from]) => from / 1000);
  const near = fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -7200, max: 14_400 }));
  fc.assert(
    fc.property(
      fc.oneof(
        anywhere,
        near.map(([from, after]) => from + after),
      ),
      (clock) => {
        const date = Math.floor(clock / 86_400);
        const second = clock - date * 86_400;
        for (const offsets of [LONDON, CAIRO]) {
          const local = clock * 1000;
          const reads = (instant: number) => instant + offsetAt(offsets, instant) * 1000;
          const isSkipped = offsets.every(([, offset]) => reads(local - offset * 1000) !== local);
          const civil = civilAt(offsets, instantOf(offsets, date, second));
          expect((civil.day - date) * 86_400 + civil.second - second).toBe(isSkipped ? 3600 : 0);
        }
      },
    ),
    runs(500),
  );
});

test('an earlier time of day never comes later', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: day('2026-01-01'), max: day('2027-01-01') }),
      fc.integer({ min: 0, max: 172_000 }),
      fc.integer({ min: 0, max: 7200 }),
      (date, second, later) => {
        // Skipped times move forward by the gap, so only they may be overtaken.
        const first = instantOf(CAIRO, date, second);
        const isSkipped = civilAt(CAIRO, first).second !== second % 86_400;
        expect(isSkipped || first <= instantOf(CAIRO, date, second + later)).toBe(true);
      },
    ),
    runs(),
  );
});
