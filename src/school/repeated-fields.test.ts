import fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { problemText } from '../contract/parse.ts';
import { repeatedFields } from './repeated-fields.ts';

test('a document in which every field is given once has nothing repeated, whatever its texts hold', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
      expect(repeatedFields(JSON.stringify(value, undefined, indent))).toEqual([]);
    }),
    runs(),
  );
});

test('a repeated field is found at any depth and named by its path', () => {
  const text = '{"a": [{"b": 1}, {"b": 1, "c": {"x": [], "x": {}}}], "d": 1, "d": 2}';
  expect(repeatedFields(text).map(problemText)).toEqual([
    'a[1].c.x is given twice, and only the last would count: remove one or merge them',
    'd is given twice, and only the last would count: remove one or merge them',
  ]);
});

test('a field spelt with an escape is the same field', () => {
  expect(repeatedFields('{"\\u0061": 1, "a": 2}').map(({ path }) => path)).toEqual(['a']);
});

test('the same text as a value, or the same field in another object, is no repetition', () => {
  expect(repeatedFields('{"a": "a", "b": ["a", "a", {"a": 1}, {"a": 1}]}')).toEqual([]);
});

test('a text of two million characters is read in one go', () => {
  expect(repeatedFields(JSON.stringify({ logo: '\\"{'.repeat(500_000), a: 1 }))).toEqual([]);
});
