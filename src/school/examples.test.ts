import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';

import { dateText } from '../timetable/civil.ts';
import { wallAt } from '../timetable/wall-at.ts';
import type { Entry } from '../timetable/wall.ts';
import { dayNumber } from './day-number.ts';
import { isHeld, opened, readExample, type Slot, slotsOf, snapshotOf } from './examples.fixture.ts';

const EXAMPLES = [
  { file: 'alfarabi.json', classes: 12, from: '2026-08-01', through: '2027-07-31' },
  { file: 'northfield.json', classes: 8, from: '2026-09-01', through: '2027-07-31' },
  { file: 'wadi-alkhair.json', classes: 18, from: '2026-08-23', through: '2027-07-15' },
  { file: 'cedar-ridge.json', classes: 12, from: '2026-09-01', through: '2027-06-30' },
  { file: 'nile-evening.json', classes: 8, from: '2026-09-01', through: '2027-06-30' },
  { file: 'alhadaba.json', classes: 40, from: '2026-08-16', through: '2027-07-15' },
] as const;

test.each(EXAMPLES)('$file: nothing to warn of', ({ file }) => {
  expect(readExample(file).warnings).toEqual([]);
});

test.each(EXAMPLES)(
  '$file: its snapshot is made in the order in which it is written',
  ({ file }) => {
    const { snapshot } = opened(file);
    expect(JSON.stringify(snapshot)).toBe(canonicalize(snapshot));
  },
);

test.each(EXAMPLES)(
  '$file: the calendar covers its school year',
  ({ file, classes, from, through }) => {
    const { school, snapshot, slots } = opened(file);
    expect(school.classes).toHaveLength(classes);
    expect(school.calendar).toMatchObject({ from, through });
    expect(snapshot.days).toHaveLength(dayNumber(through) - dayNumber(from) + 1);
    expect(slots.length).toBeGreaterThan(900);
  },
);

test.each(EXAMPLES)('$file: everything has a name in every language of the school', ({ file }) => {
  const { school } = opened(file);
  const texts = JSON.stringify(school).match(/\{"(ar|en)":[^{}]*\}/g) ?? [];
  const incomplete = texts.filter((text) =>
    school.languages.some((language) => !text.includes(`"${language}":`)),
  );
  // The name of the only track is a default.
  const isDefault = school.tracks.length === 1 && school.languages.includes('ar');
  expect(new Set(incomplete)).toEqual(new Set(isDefault ? ['{"en":"All"}'] : []));
});

test.each(EXAMPLES)(
  '$file: every class is taught, examined or told otherwise in each of its periods',
  ({ file }) => {
    const { school, slots } = opened(file);
    const keys = new Set([...school.lessons, ...school.exams].map(({ period }) => period));
    const idle = slots
      .filter(({ key }) => keys.has(key))
      .flatMap(({ where, rows }) =>
        rows.flatMap(({ class: index, entries }) =>
          entries.length > 0 ? [] : [`${where}: ${school.classes[index]?.id}`],
        ),
      );
    expect(idle).toEqual([]);
  },
);

test.each(EXAMPLES)(
  '$file: no class is in two lessons at once, unless it is split into groups',
  ({ file }) => {
    const { slots } = opened(file);
    const doubled = slots.flatMap(({ where, rows }) =>
      rows
        .map(({ entries }) => entries.filter(isHeld))
        .filter((held) => new Set(held.map(({ group }) => group)).size < held.length)
        .map(() => where),
    );
    expect(doubled).toEqual([]);
  },
);

test.each(EXAMPLES)(
  '$file: no teacher is in two places at once on any day of the year',
  ({ file }) => {
    const { snapshot, slots } = opened(file);
    const clashes = clashesOf(slots, ({ teachers }) => teachers);
    expect(clashes.map(({ item, where }) => `${where}: ${snapshot.teachers[item]?.id}`)).toEqual(
      [],
    );
  },
);

test.each(EXAMPLES)(
  '$file: no room holds two lessons at once on any day of the year',
  ({ file }) => {
    const { snapshot, slots } = opened(file);
    const clashes = clashesOf(slots, ({ rooms }) => rooms);
    expect(clashes.map(({ item, where }) => `${where}: ${snapshot.rooms[item]?.id}`)).toEqual([]);
  },
);

test.each(EXAMPLES)('$file: someone is on duty on every school day', ({ file }) => {
  const { school, snapshot, slots } = opened(file);
  const screen = { id: 'one', school: school.id, name: 'Hall', phase: 0 };
  const alone = slots.filter(({ start }) => wallAt(snapshot, screen, start).duties.length === 0);
  expect(alone.map(({ where }) => where)).toEqual([]);
});

test('the Saudi school has substitutions on every school day around the end of November', () => {
  const { school, slots } = opened('alfarabi.json');
  const days = new Set(slots.map(({ day }) => dateText(day)));
  const shown = [...days].filter((day) => day >= '2026-11-22' && day <= '2026-12-10');
  expect(shown).toHaveLength(16);
  const counts = shown.map((day) => school.substitutions.filter(({ date }) => date === day).length);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
});

test('the Saudi school teaches a Wednesday on its make-up Saturday', () => {
  const { school } = readExample('alfarabi.json');
  const snapshot = snapshotOf({ ...school, substitutions: [] });
  const lessonsOf = (date: string) =>
    slotsOf(snapshot)
      .filter(({ day }) => day === dayNumber(date))
      .map(({ key, rows }) => ({ key, rows }));
  expect(lessonsOf('2026-12-05')).toHaveLength(7);
  expect(lessonsOf('2026-12-05')).toEqual(lessonsOf('2026-12-02'));
});

test('the A/B school turns to the next day of its cycle over a holiday, not to the next but one', () => {
  const { snapshot } = opened('northfield.json');
  const cycleDayOn = (date: string) => {
    const kind = snapshot.dayKinds[snapshot.days[dayNumber(date) - snapshot.coverage.from] ?? -1];
    return kind?.cycleDay;
  };
  expect(cycleDayOn('2026-09-02')).toBe(0);
  expect(cycleDayOn('2026-09-03')).toBe(1);
  expect(cycleDayOn('2026-10-28')).toBeUndefined();
  expect([cycleDayOn('2026-10-23'), cycleDayOn('2026-11-02')]).toEqual([1, 0]);
});

type Clash = { readonly item: number; readonly where: string };

/**
 * Teachers or rooms (`itemsIn` an entry) that a lesson needs before another one has let them go. Two
 * tracks with bells of their own overlap by the clock, whatever their periods are called.
 */
function clashesOf(
  slots: readonly Slot[],
  itemsIn: (entry: Entry) => readonly number[],
): readonly Clash[] {
  const freeAt = new Map<number, number>();
  return slots
    .slice()
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end, where, rows }) =>
      rows
        .flatMap(({ entries }) => entries.filter(isHeld).flatMap(itemsIn))
        .flatMap((item) => {
          const isTaken = (freeAt.get(item) ?? start) > start;
          freeAt.set(item, Math.max(freeAt.get(item) ?? end, end));
          return isTaken ? [{ item, where }] : [];
        }),
    );
}
