import { expect, test } from 'vitest';

import { makeSnapshot, SUNDAY_MIDNIGHT } from '../timetable/snapshot.fixture.ts';
import { wallAt } from '../timetable/wall-at.ts';
import { themeAt } from './theme.ts';

const SCREEN = { id: 's', school: 'fixture', name: '', phase: 0 };

function themesOf(times: readonly string[], snapshot = makeSnapshot(), screen = SCREEN) {
  return times.map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const instant = SUNDAY_MIDNIGHT + (hour * 60 + minute) * 60_000;
    return themeAt(snapshot, screen, wallAt(snapshot, screen, instant));
  });
}

test('a wall is light from half an hour before the first bell to the last', () => {
  expect(themesOf(['06:44', '06:45', '08:02', '09:54', '09:55'])).toEqual([
    'dark',
    'light',
    'light',
    'light',
    'dark',
  ]);
});

test('what a screen is told goes before what its school says', () => {
  const { school } = makeSnapshot();
  const dark = makeSnapshot({ school: { ...school, theme: 'dark' } });
  expect(themesOf(['08:10'], dark)).toEqual(['dark']);
  const screen = { ...SCREEN, theme: 'light' as const };
  expect(themesOf(['08:10'], dark, screen)).toEqual(['light']);
});

test('between a morning and an evening shift people are in the hall', () => {
  const { bells, bellSchedules, dayKinds, classes } = makeSnapshot();
  const [morning = []] = bells;
  const later = 8 * 3600;
  const shifts = makeSnapshot({
    tracks: [
      { id: 'a', name: { en: 'Morning' } },
      { id: 'b', name: { en: 'Evening' } },
    ],
    bells: [
      morning,
      morning.map(({ start, end, ...one }) => ({ ...one, start: start + later, end: end + later })),
    ],
    bellSchedules: bellSchedules.map((schedule) => ({ ...schedule, bells: [0, 1] })),
    dayKinds: dayKinds.map((kind) => ({ ...kind, schedules: [0, 0] })),
    classes: classes.map((one, index) => ({ ...one, track: index })),
  });
  expect(themesOf(['06:44', '12:00', '17:54', '17:55'], shifts)).toEqual([
    'dark',
    'light',
    'light',
    'dark',
  ]);
});
