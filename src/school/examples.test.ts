import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import type { School } from '../contract/school.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { periodsOn } from '../timetable/bells.ts';
import { dateText } from '../timetable/civil.ts';
import { entriesIn, isTeaching } from '../timetable/lessons.ts';
import { wallAt } from '../timetable/wall-at.ts';
import type { Entry } from '../timetable/wall.ts';
import { compile } from './compile.ts';
import { dayNumber } from './day-number.ts';
import { readSchool } from './read-school.ts';

const EXAMPLES = [
  { file: 'alfarabi.json', classes: 12, from: '2026-08-01', through: '2027-07-31' },
  { file: 'northfield.json', classes: 8, from: '2026-09-01', through: '2027-07-31' },
] as const;

function read(file: string) {
  return readSchool(readFileSync(new URL(`../../examples/${file}`, import.meta.url)));
}

function snapshotOf(school: School): Snapshot {
  return compile(school, { offsets: [[0, 0]], salt: 'salt' });
}

type Opened = {
  readonly school: School;
  readonly snapshot: Snapshot;
  readonly slots: readonly Slot[];
};
const known = new Map<string, Opened>();

function opened(file: string): Opened {
  const found = known.get(file);
  if (found) return found;
  const { school } = read(file);
  const snapshot = snapshotOf(school);
  const one = { school, snapshot, slots: slotsOf(snapshot) };
  known.set(file, one);
  return one;
}

test.each(EXAMPLES)('$file: nothing to warn of', ({ file }) => {
  expect(read(file).warnings).toEqual([]);
});

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
  expect(new Set(incomplete)).toEqual(
    new Set(school.languages.includes('ar') ? ['{"en":"All"}'] : []),
  );
});

test.each(EXAMPLES)(
  '$file: every class is taught, examined or told otherwise in each of its periods',
  ({ file }) => {
    const { school, slots } = opened(file);
    const keys = new Set([...school.lessons, ...school.exams].map(({ period }) => period));
    const idle = slots
      .filter(({ key }) => keys.has(key))
      .flatMap(({ where, rows }) =>
        rows.flatMap((entries, index) =>
          entries.some((entry) => isHeld(entry) || entry.mark === 'cancelled')
            ? []
            : [`${where}: ${school.classes[index]?.id}`],
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
        .map((entries) => entries.filter(isHeld))
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
    const clashes = slots.flatMap(({ where, rows }) =>
      repeated(
        rows.flatMap((entries) => entries.filter(isHeld).flatMap((one) => one.teachers)),
      ).map((teacher) => `${where}: ${snapshot.teachers[teacher]?.id}`),
    );
    expect(clashes).toEqual([]);
  },
);

test.each(EXAMPLES)(
  '$file: no room holds two lessons at once on any day of the year',
  ({ file }) => {
    const { snapshot, slots } = opened(file);
    const clashes = slots.flatMap(({ where, rows }) =>
      repeated(rows.flatMap((entries) => entries.filter(isHeld).flatMap((one) => one.rooms))).map(
        (room) => `${where}: ${snapshot.rooms[room]?.id}`,
      ),
    );
    expect(clashes).toEqual([]);
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
  const { school } = read('alfarabi.json');
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

type Slot = {
  readonly day: number;
  readonly key: string;
  /** Instant. */
  readonly start: number;
  /** For messages. */
  readonly where: string;
  /** By class. */
  readonly rows: readonly (readonly Entry[])[];
};

/** Every teaching period of the year with what each class does in it, substitutions applied. */
function slotsOf(snapshot: Snapshot): readonly Slot[] {
  return snapshot.days.flatMap((_, step) => {
    const day = snapshot.coverage.from + step;
    return periodsOn(snapshot, 0, day)
      .filter((period) => isTeaching(snapshot, period))
      .map((period) => ({
        day,
        key: period.key,
        start: period.start,
        where: `${dateText(day)} ${period.key}`,
        rows: snapshot.classes.map((_, index) => entriesIn(snapshot, index, period)),
      }));
  });
}

function isHeld({ mark }: Entry): boolean {
  return mark !== 'cancelled' && mark !== 'moved';
}

function repeated(items: readonly number[]): readonly number[] {
  return items.filter((item, index) => items.indexOf(item) < index);
}
