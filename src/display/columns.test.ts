import { expect, test } from 'vitest';

import { inColumns } from './columns.ts';

const NORMAL = { columns: 3, rows: 4 };
const gradeOf = (name: string) => name.charAt(0);

function names(...grades: readonly (readonly [string, number])[]) {
  return grades.reduce<readonly string[]>(
    (all, [grade, count]) =>
      all.concat(Array.from({ length: count }, (_, at) => `${grade}/${at + 1}`)),
    [],
  );
}

test('three grades of four stand in a column each', () => {
  const columns = inColumns(names(['7', 4], ['8', 4], ['9', 4]), gradeOf, NORMAL);
  expect(columns.map(({ grade, items }) => [grade, items.length])).toEqual([
    ['7', 4],
    ['8', 4],
    ['9', 4],
  ]);
});

test('grades that do not fit the columns are filled in column by column', () => {
  const columns = inColumns(names(['7', 5], ['8', 3]), gradeOf, NORMAL);
  expect(columns.map(({ items }) => items)).toEqual([
    ['7/1', '7/2', '7/3'],
    ['7/4', '7/5', '8/1'],
    ['8/2', '8/3'],
  ]);
});

test('one class has one column', () => {
  expect(inColumns(['7/1'], gradeOf, NORMAL)).toEqual([{ grade: '7', items: ['7/1'] }]);
});

test('no class has none', () => {
  expect(inColumns([], gradeOf, NORMAL)).toEqual([]);
});
