import { expect, test } from 'vitest';

import { scheduleName } from './schedule-name.ts';
import { makeSnapshot, SUNDAY, SUNDAY_MIDNIGHT } from './snapshot.fixture.ts';
import { trackDayAt } from './track-day.ts';

const sunday = (time: string) => Date.parse(`2026-03-01T${time}+03:00`);
const keys = (periods: readonly { readonly key: string }[]) => periods.map(({ key }) => key);

test.each([
  ['00:00:00', 'before', [], ['1']],
  ['07:14:59.999', 'before', [], ['1']],
  ['07:15:00', 'in', ['1'], ['2']],
  ['07:59:59.999', 'in', ['1'], ['2']],
  ['08:00:00', 'gap', [], ['2']],
  ['08:05:00', 'in', ['2'], ['break']],
  ['08:50:00', 'in', ['break'], ['3']],
  ['09:54:59.999', 'in', ['3'], ['1']],
  ['09:55:00', 'after', [], ['1']],
  ['23:59:59.999', 'after', [], ['1']],
])('at %s on a school day', (time, kind, current, next) => {
  const found = trackDayAt(makeSnapshot(), 0, sunday(time));
  expect([found.kind, keys(found.current), keys(found.next)]).toEqual([kind, current, next]);
});

test('a new day begins at midnight without anybody asking', () => {
  const before = trackDayAt(makeSnapshot(), 0, SUNDAY_MIDNIGHT + 86_400_000 - 1);
  const after = trackDayAt(makeSnapshot(), 0, SUNDAY_MIDNIGHT + 86_400_000);
  expect([before.kind, after.kind]).toEqual(['after', 'before']);
  expect(after.today[0]?.day).toBe(SUNDAY + 1);
});

test('on Friday school is closed, and Sunday is next', () => {
  const friday = trackDayAt(makeSnapshot(), 0, Date.parse('2026-03-06T09:00+03:00'));
  expect(friday.kind).toBe('closed');
  expect(friday.next[0]?.start).toBe(Date.parse('2026-03-08T07:15+03:00'));
});

test('a bell clock that is 35 s slow rings 35 s late', () => {
  const { school } = makeSnapshot();
  const slow = makeSnapshot({ school: { ...school, bellOffsetMs: -35_000 } });
  expect(trackDayAt(slow, 0, sunday('07:15:34.999')).kind).toBe('before');
  expect(trackDayAt(slow, 0, sunday('07:15:35')).kind).toBe('in');
});

test('a period that began before midnight is current after it', () => {
  const night = makeSnapshot({
    bells: [[{ key: 'n', kind: 'lesson', start: 23 * 3600, end: 24.5 * 3600 }]],
  });
  const found = trackDayAt(night, 0, Date.parse('2026-03-02T00:29:59+03:00'));
  expect(found.kind).toBe('in');
  expect(found.current[0]?.day).toBe(SUNDAY);
  expect(trackDayAt(night, 0, Date.parse('2026-03-02T00:30+03:00')).kind).toBe('before');
});

const period = (key: string, start: number, end: number) => ({
  key,
  kind: 'lesson' as const,
  name: { en: key },
  start: start * 3600,
  end: end * 3600,
});

test('periods that overlap are all current, in order of start, end and name', () => {
  const overlapping = makeSnapshot({
    bells: [[period('b', 8, 9), period('c', 7, 10), period('a', 8, 9)]],
  });
  expect(keys(trackDayAt(overlapping, 0, sunday('08:30')).current)).toEqual(['c', 'a', 'b']);
});

test('a day whose bell schedule nobody defined is unknown, never closed', () => {
  const unknown = makeSnapshot({
    dayKinds: [{ schedules: ['finals'], weekday: 0 }],
    days: Array(14).fill(0),
  });
  expect(trackDayAt(unknown, 0, sunday('08:00')).kind).toBe('unknown');
  expect(scheduleName(unknown, 0, SUNDAY)).toEqual({ id: 'finals' });
});

test('outside its dates the timetable is not covered, but its usual bells go on after them', () => {
  const { usual: _, ...withoutUsual } = makeSnapshot();
  const later = Date.parse('2026-03-16T08:30+03:00');
  expect(trackDayAt(makeSnapshot(), 0, sunday('00:00') - 1).kind).toBe('beforeCoverage');
  expect(trackDayAt(makeSnapshot(), 0, later)).toMatchObject({ kind: 'in', usual: true });
  expect(trackDayAt(withoutUsual, 0, later).kind).toBe('afterCoverage');
});
