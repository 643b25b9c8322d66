import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { makeSnapshot, SUNDAY_MIDNIGHT } from '../timetable/snapshot.fixture.ts';
import { isNearBell, isUpdateMoment, nightlyMinute } from './update-moment.ts';

const MINUTE = 60_000;
const at = (time: string) => Date.parse(`2026-03-01T${time}+03:00`);

test('an update is applied in the screen’s own minute of the night, and in no other of the day', () => {
  const own = nightlyMinute('hall');
  for (let minute = 0; minute < 24 * 60; minute++) {
    const instant = SUNDAY_MIDNIGHT + minute * MINUTE + 12_345;
    expect(isUpdateMoment(makeSnapshot(), 'hall', instant)).toBe(minute === own);
  }
});

test('a night school is not disturbed at its bells', () => {
  const own = nightlyMinute('hall') * 60;
  const [bells = []] = makeSnapshot().bells;
  const [first] = bells;
  const snapshot = makeSnapshot({
    bells: [first ? [{ ...first, start: own + 299, end: own + 3_000 }] : []],
  });
  const instant = SUNDAY_MIDNIGHT + own * 1000;
  expect(isUpdateMoment(snapshot, 'hall', instant)).toBe(false);
  expect(isUpdateMoment(snapshot, 'hall', instant - 24 * 60 * MINUTE)).toBe(true);
});

test.each([
  ['07:10:00', false],
  ['07:10:01', true],
  ['07:15:00', true],
  ['07:19:59', true],
  ['07:20:00', false],
  ['09:59:59', true],
  ['10:00:00', false],
])('at %s, five minutes around a bell: %s', (time, isNear) => {
  expect(isNearBell(makeSnapshot(), at(time))).toBe(isNear);
});

test('housework is done at night, by every screen in its own minute', () => {
  fc.assert(
    fc.property(fc.string(), (screen) => {
      expect(nightlyMinute(screen)).toBeGreaterThanOrEqual(60);
      expect(nightlyMinute(screen)).toBeLessThan(300);
      expect(nightlyMinute(screen)).toBe(nightlyMinute(screen));
    }),
    runs(),
  );
  const minutes = Array.from({ length: 2000 }, (_, index) => nightlyMinute(`screen-${index}`));
  expect(new Set(minutes).size).toBeGreaterThan(235);
});
