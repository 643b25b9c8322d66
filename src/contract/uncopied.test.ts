import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { uncopied } from './uncopied.ts';

const name = v.pipe(v.string('no text'), v.regex(/^\S+$/, 'a space'), v.maxLength(4, 'too long'));
const Lesson = v.object({
  class: name,
  day: v.optional(v.picklist(['sun', 'mon'], 'no day')),
  teachers: v.optional(v.array(name, 'no list'), []),
  period: v.string(),
  place: v.optional(v.object({ room: name })),
});
/** What `uncopied` does not know: it must copy then. */
const Odd = v.object({
  ...Lesson.entries,
  date: v.optional(v.pipe(v.string(), v.isoDate('no date'))),
  note: v.optional(v.pipe(v.string(), v.trim())),
  week: v.optional(v.nullable(name)),
});

const part = fc.constantFrom<unknown>(
  '1/1',
  'sun',
  'a b',
  'longer',
  '',
  ' x ',
  '2026-08-23',
  7,
  null,
  [],
  {},
);
const parts = fc.oneof(
  part,
  fc.array(part, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('room', 'seat'), part),
);
const usual = fc.record(
  {
    class: fc.constant('1/1'),
    period: fc.constant('1'),
    teachers: fc.constantFrom([], ['T1', 'T2']),
  },
  { requiredKeys: ['class', 'period'] },
);
const row = fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: parts });
const extra = fc.dictionary(
  fc.constantFrom(
    'class',
    'day',
    'teachers',
    'period',
    'place',
    'date',
    'note',
    'week',
    'unknown',
    '__proto__',
  ),
  parts,
  { maxKeys: 2 },
);
const value = fc.tuple(row, extra).map(([row, extra]) => mixed(row, extra));

test.each([
  ['with nothing unknown', Lesson],
  ['with parts that it does not know', Odd],
])('a row %s is read as ever, its faults with the same words', (_, schema) => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(value, (value) => {
      const expected = v.safeParse(schema, value);
      const found = v.safeParse(uncopied(schema), value);
      expect(found).toStrictEqual(expected);
      outcomes.add(!found.success ? 'refused' : found.output === value ? 'itself' : 'copied');
    }),
    runs(1000),
  );
  expect(outcomes).toEqual(new Set(['refused', 'itself', 'copied']));
});

function mixed(row: unknown, extra: object): unknown {
  return typeof row === 'object' && row !== null && !Array.isArray(row)
    ? { ...row, ...extra }
    : row;
}
