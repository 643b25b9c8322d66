import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { parseSchool } from '../contract/school.ts';
import { parseSnapshot } from '../contract/snapshot.ts';
import { compile } from './compile.ts';
import { dayNumber } from './day-number.ts';
import { hijriMonths } from './hijri-months.ts';
import { makeSchool, makeSchoolInput } from './school.fixture.ts';

const OPTIONS = { offsets: [[0, 10_800]] as const, salt: 'salt' };

afterEach(() => vi.useRealTimers());

/** The same JSON value with the keys of every object in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, seed));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, shuffled(item, seed)] as const);
  const turn = seed % (entries.length + 1);
  return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)].reverse());
}

test('the same document gives the same bytes on any two days and in any order of keys', () => {
  const input = makeSchoolInput({
    calendar: {
      ...makeSchoolInput().calendar,
      exceptions: [{ from: '2026-10-01', bellSchedule: 'short', label: { en: 'Short' } }],
      days: { '2026-10-04': null, '2026-10-05': 'short' },
    },
  });
  const expected = canonicalize(compile(parseSchool(input), OPTIONS));
  fc.assert(
    fc.property(fc.nat(12), fc.date({ noInvalidDate: true }), (seed, today) => {
      vi.useFakeTimers({ now: today });
      const found = compile(parseSchool(shuffled(input, seed)), OPTIONS);
      expect(canonicalize(found)).toBe(expected);
    }),
    runs(50),
  );
});

test('a screen can read what compile wrote', () => {
  const snapshot = compile(makeSchool(), OPTIONS);
  expect(parseSnapshot(JSON.stringify(snapshot))).toEqual(JSON.parse(JSON.stringify(snapshot)));
});

test('equal bells are stored once, and bells that no date uses are not', () => {
  const { bells, bellSchedules } = compile(makeSchool(), OPTIONS);
  expect(bellSchedules.map(({ id }) => id)).toEqual(['regular']);
  expect(bells).toHaveLength(1);
});

test('a moved lesson is cancelled where it was and added where it goes', () => {
  const school = makeSchool({
    substitutions: [
      { date: '2026-11-23', class: '1/1', period: '1', kind: 'move', to: { period: '3' } },
    ],
  });
  const date = dayNumber('2026-11-23');
  expect(compile(school, OPTIONS).changes).toMatchObject([
    { kind: 'cancel', date, p: '1', moved: { date, p: '3' } },
    { kind: 'add', date, p: '3', s: 0, t: [0], moved: { date, p: '1' } },
  ]);
});

test('the windows of notices are read on the school’s clock', () => {
  const notice = { text: { en: 'Notice' }, from: '2026-11-23T07:00', until: '2026-11-23T24:00' };
  const school = makeSchool({ notices: [{ ...notice, until: '2026-11-23T12:00' }] });
  expect(compile(school, OPTIONS).notices[0]).toMatchObject({
    from: Date.parse('2026-11-23T07:00+03:00'),
    until: Date.parse('2026-11-23T12:00+03:00'),
  });
});

// fault:T17 A law changes the country’s time overnight, and no device knows
// hallway: the new time from its instant on
// technician: one field of the school document (`offsetOverrides`) and a publish
test('an offset that a law changes overnight replaces the zone’s from its instant on', () => {
  const school = makeSchool({
    offsetOverrides: [{ from: '2026-10-01T00:00:00Z', offset: '+02:00' }],
  });
  const offsets = [
    [0, 10_800],
    [Date.parse('2026-11-01T00:00:00Z'), 7200],
  ] as const;
  expect(compile(school, { offsets, salt: '' }).offsets).toEqual([
    [0, 10_800],
    [Date.parse('2026-10-01T00:00:00Z'), 7200],
  ]);
});

test('offsets reach 400 days past the term and no further', () => {
  const year = 365 * 86_400_000;
  const end = Date.parse('2026-12-31T00:00:00Z');
  const offsets = [
    [0, 0],
    [end - 3 * year, 3600],
    [end + 390 * 86_400_000, 0],
    [end + 2 * year, 3600],
  ] as const;
  expect(compile(makeSchool(), { offsets, salt: '' }).offsets.map(([from]) => from)).toEqual([
    end - 3 * year,
    end + 390 * 86_400_000,
  ]);
});

// Dates of the Umm al-Qura calendar as published.
test.each([
  ['2026-02-18', 1447, 9],
  ['2026-03-20', 1447, 10],
  ['2027-02-08', 1448, 9],
])('%s is the first of a Hijri month', (date, year, month) => {
  const day = dayNumber(date);
  expect(hijriMonths(day - 200, day + 100, 0)).toContainEqual([day, year, month]);
  expect(hijriMonths(day - 200, day + 100, 1)).toContainEqual([day - 1, year, month]);
});
