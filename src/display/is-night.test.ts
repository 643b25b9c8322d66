import { expect, test } from 'vitest';

import { makeSnapshot, SUNDAY_MIDNIGHT } from '../timetable/snapshot.fixture.ts';
import { wallAt } from '../timetable/wall-at.ts';
import { isNight } from './is-night.ts';

const SCREEN = { id: 's', school: 'fixture', name: '', phase: 0 };
const HOUR = 3600;

function nightAt(time: string, bells = makeSnapshot().bells): boolean {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const instant = SUNDAY_MIDNIGHT + 86_400_000 + (hour * 60 + minute) * 60_000;
  return isNight(wallAt(makeSnapshot({ bells }), SCREEN, instant));
}

test('night begins at six in the evening and ends at half past five', () => {
  expect(
    ['17:59', '18:00', '23:59', '00:00', '05:29', '05:30'].map((time) => nightAt(time)),
  ).toEqual([false, true, true, true, true, false]);
});

test('night ends 90 minutes before an early first bell', () => {
  const early = [[{ key: '1', kind: 'lesson' as const, start: 6 * HOUR, end: 7 * HOUR }]];
  expect(['04:29', '04:30'].map((time) => nightAt(time, early))).toEqual([true, false]);
});

test('an evening school has its night an hour after its last bell', () => {
  const late = [[{ key: '1', kind: 'lesson' as const, start: 17 * HOUR, end: 21 * HOUR }]];
  expect(['18:30', '21:30', '22:00'].map((time) => nightAt(time, late))).toEqual([
    false,
    false,
    true,
  ]);
});

test('a school that ends after midnight has its night an hour after its last bell, too', () => {
  const late = [[{ key: '1', kind: 'lesson' as const, start: 22 * HOUR, end: 24.5 * HOUR }]];
  expect(['00:10', '00:45', '01:29', '01:30'].map((time) => nightAt(time, late))).toEqual([
    false,
    false,
    false,
    true,
  ]);
});
