import { afterEach, expect, test, vi } from 'vitest';

import { dateText } from '../timetable/civil.ts';
import { dayNumber, secondOf } from './day-number.ts';

afterEach(() => vi.unstubAllEnvs());

// The zone of the machine that publishes must not matter, least of all where clocks change at midnight.
test.each(['UTC', 'America/Los_Angeles', 'Pacific/Auckland', 'Africa/Cairo'])(
  'a date has the same number on a machine in %s',
  (zone) => {
    vi.stubEnv('TZ', zone);
    expect(new Date('2026-07-01T00:00:00').toISOString().endsWith('00:00.000Z')).toBe(true);
    for (let day = 20_000; day < 22_500; day++) expect(dayNumber(dateText(day))).toBe(day);
  },
);

test.each([
  ['00:00', 0],
  ['07:30', 27_000],
  ['07:30:15', 27_015],
  ['24:30', 88_200],
])('%s is %i seconds into its service date', (time, second) => {
  expect(secondOf(time)).toBe(second);
});
