import fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { ParseError, problemText } from '../contract/parse.ts';
import { parseSchool } from '../contract/school.ts';
import { checkSchool } from './check-school.ts';
import { readSchool } from './read-school.ts';
import { makeSchool, makeSchoolInput } from './school.fixture.ts';

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

test('a school in order has nothing to say', () => {
  expect(checkSchool(makeSchool())).toEqual({ problems: [], warnings: [] });
});

test('every problem is named at once', () => {
  const school = makeSchool({
    classes: [{ id: '1/1' }, { id: '1/1' }],
    lessons: [{ class: '9/9', weekday: 'mon', period: '8', subject: 'science' }],
  });
  expect(checkSchool(school).problems.map(problemText)).toEqual([
    'classes[1].id is "1/1", as is that of classes[0]: give each its own',
    'lessons[0].class is "9/9", a class that nobody defined: add it to classes, or use one of "1/1", "1/1"',
    'lessons[0].period is "8", a period that no bell schedule has: use one of "1", "2", "break", "3"',
  ]);
});

test('a bell schedule may be named before it is defined, if the school says so', () => {
  const calendar = {
    ...makeSchoolInput().calendar,
    exceptions: [{ from: '2026-11-23', bellSchedule: 'finals' }],
  };
  expect(checkSchool(makeSchool({ calendar })).problems[0]?.path).toBe(
    'calendar.exceptions[0].bellSchedule',
  );
  expect(checkSchool(makeSchool({ calendar, pendingBellSchedules: ['finals'] })).problems).toEqual(
    [],
  );
});

test('a field that is not ours is pointed out, and the school is read', () => {
  const { warnings } = readSchool(bytesOf({ ...makeSchoolInput(), clases: [] }));
  expect(warnings.map(problemText)).toEqual([
    'clases is not a field of a school document: check its spelling',
  ]);
});

test('the parsers throw nothing but their own error', () => {
  const parsers = [
    (value: unknown) => parseSchool(value),
    (value: unknown) => readSchool(bytesOf(value) ?? new Uint8Array()),
    (value: unknown) =>
      readSchool(new TextEncoder().encode(typeof value === 'string' ? value : '')),
  ];
  fc.assert(
    fc.property(fc.anything(), fc.nat(2), (value, which) => {
      if (which === 1 && JSON.stringify(plain(value)) === undefined) return;
      expectOwnError(() => parsers[which]?.(which === 1 ? plain(value) : value));
    }),
    runs(1000),
  );
});

test('a school broken in any one place is refused with the place, or still makes sense', () => {
  const input = makeSchoolInput();
  const paths = fc.constantFrom(...leafPaths(input));
  fc.assert(
    fc.property(paths, fc.jsonValue(), (path, value) => {
      expectOwnError(() => readSchool(bytesOf(replaced(input, path, value))));
    }),
    runs(1000),
  );
});

function expectOwnError(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(ParseError);
    if (error instanceof ParseError) expect(error.problems.length).toBeGreaterThan(0);
  }
}

function plain(value: unknown): unknown {
  try {
    const text = JSON.stringify(value);
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function leafPaths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => leafPaths(item, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item));
  }
  if (typeof value !== 'object' || value === null) return by;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === key ? replaced(item, rest, by) : item,
    ]),
  );
}
