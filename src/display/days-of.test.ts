import { expect, test } from 'vitest';

import { makeSnapshot, SUNDAY_MIDNIGHT } from '../timetable/snapshot.fixture.ts';
import { wallAt } from '../timetable/wall-at.ts';
import { daysOf } from './days-of.ts';
import { makeVoice } from './voice.fixture.ts';

const SCREEN = { id: 's', school: 'fixture', name: '', phase: 0 };

test('tracks that share an hour, but not the day, have a day each; equal ones stand once', () => {
  const { bells, bellSchedules, dayKinds } = makeSnapshot();
  const [day = []] = bells;
  const short = day.filter(({ key }) => key !== '3');
  const snapshot = makeSnapshot({
    tracks: ['A', 'B', 'C'].map((name) => ({ id: name, name: { en: name } })),
    bells: [day, short],
    bellSchedules: bellSchedules.map((schedule) => ({ ...schedule, bells: [0, 1, 0] })),
    dayKinds: dayKinds.map((kind) => ({ ...kind, schedules: [0, 0, 0] })),
    classes: [0, 1, 2].map((track) => ({ id: String(track), name: {}, track })),
  });
  const [hero] = wallAt(snapshot, SCREEN, SUNDAY_MIDNIGHT + 8 * 3_600_000 - 1).heroes;
  if (hero === undefined) throw new Error('A wall without a hero');
  expect(hero.tracks).toEqual([0, 1, 2]);
  const days = daysOf(makeVoice(snapshot, 'en'), hero);
  expect(days.map(({ track, periods }) => [track, periods.map(({ key }) => key)])).toEqual([
    ['A · C', ['1', '2', 'break', '3']],
    ['B', ['1', '2', 'break']],
  ]);
});
