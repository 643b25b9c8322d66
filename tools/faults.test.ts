import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { faultsPage } from './faults/faults-page.ts';
import { faultsOf, readFaults } from './faults/read-faults.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const MARK = 'fault';

function declared(text: string) {
  return faultsOf([{ file: 'a.test.ts', text: text.replaceAll('@', `// ${MARK}:`) }]);
}

const WHOLE = `
// Why this test is as it is.
@N02 A wire is cut
// hallway: nothing
// at all
// technician: the age
@S01 A disk is full
// hallway: the lesson
// technician: a trouble
test.each([
  1,
])('a wall with %s fault shows the lesson', () => {});
`;

test('the committed page of faults is that of the tests (else run: npm run faults -- --write)', () => {
  expect(readFileSync(`${ROOT}docs/faults.md`, 'utf8')).toBe(faultsPage(readFaults(ROOT)));
});

test('a test says of each of its faults what is seen of it', () => {
  const where = {
    file: 'a.test.ts',
    line: 10,
    runLine: 12,
    title: 'a wall with … fault shows the lesson',
  };
  expect(declared(WHOLE)).toEqual([
    {
      id: 'N02',
      name: 'A wire is cut',
      hallway: 'nothing at all',
      technician: 'the age',
      test: where,
    },
    {
      id: 'S01',
      name: 'A disk is full',
      hallway: 'the lesson',
      technician: 'a trouble',
      test: where,
    },
  ]);
});

test.each([
  ['// technician: the age\n', '', 'a.test.ts:3: fault:N02 does not say what the technician sees'],
  ['// hallway: the lesson\n', '', 'a.test.ts:7: fault:S01 does not say what the hallway sees'],
  ['S01', 'N02', 'a.test.ts:10: fault:N02 is declared at a.test.ts:10'],
  ['S01', 'X1', 'a.test.ts:7: "X1" is not a letter of N, S, T, C, P, H and two digits'],
  [' A disk is full', '', 'a.test.ts:7: fault:S01 has no name'],
  ['test.each', '\ntest.each', 'a.test.ts:3: no test begins on the line below this fault'],
])('a declaration in which %j is %j is refused', (what, by, message) => {
  expect(() => declared(WHOLE.replace(what, by))).toThrow(message);
});
