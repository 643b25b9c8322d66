import fc from 'fast-check';
import * as v from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import {
  boolean,
  either,
  integer,
  is,
  list,
  matching,
  natural,
  nonEmpty,
  nullable,
  number,
  object,
  oneOf,
  optional,
  parseAs,
  positive,
  record,
  string,
  tuple,
  where,
  type Guard,
  type Guarded,
} from './guard.ts';
import { ParseError } from './parse.ts';

const even = where(number, 'even', (value) => value % 2 === 0);
const Bell = object({ key: string, start: optional(number) });

test.each<[string, Guard<unknown>, unknown, string]>([
  ['string', string, 7, 'is 7, not a text'],
  ['boolean', boolean, 'yes', 'is "yes", not true or false'],
  ['number', number, '7:00', 'is "7:00", not a number'],
  ['number', number, JSON.parse('1e999'), 'is null, not a number'],
  ['number', number, NaN, 'is null, not a number'],
  ['integer', integer, 0.5, 'is 0.5, not a whole number'],
  ['natural', natural, -1, 'is -1, not a whole number from 0'],
  ['positive', positive, 0, 'is 0, not more than 0'],
  ['oneOf', oneOf('h12', 'h23'), 'h24', 'is "h24", not one of h12, h23'],
  ['oneOf', oneOf('h12', 'h23'), ['h12'], 'is a list of 1, not one of h12, h23'],
  ['matching', matching(/^a+$/, 'all a'), 'aab', 'is "aab", not all a'],
  ['matching', matching(/^a+$/, 'all a'), undefined, 'is missing'],
  ['where', even, 3, 'is 3, not even'],
  ['where', even, 'x', 'is "x", not a number'],
  ['optional', optional(number), null, 'is null, not a number'],
  ['nullable', nullable(number), undefined, 'is missing'],
  ['nullable', nullable(number), false, 'is false, not a number'],
  ['either', either(list(string), number), [3], 'is a list of 1, not a number'],
  ['list', list(number), { 0: 1 }, 'is an object, not a list'],
  ['list', list(number), [1, 2, 'c'], '[2] is "c", not a number'],
  ['nonEmpty', nonEmpty(number), [], 'is a list of 0, not a list of one or more'],
  ['nonEmpty', nonEmpty(number), ['a'], '[0] is "a", not a number'],
  ['tuple', tuple(number, string), 1, 'is 1, not a list'],
  ['tuple', tuple(number, string), [1, 2], '[1] is 2, not a text'],
  ['tuple', tuple(number, string), [1], '[1] is missing'],
  ['object', Bell, null, 'is null, not an object'],
  ['object', Bell, ['1'], 'is a list of 1, not an object'],
  ['object', Bell, { start: 1 }, 'key is missing'],
  ['object', Bell, { key: '1', start: 'x' }, 'start is "x", not a number'],
  ['record', record(string), [], 'is a list of 0, not an object'],
  ['record', record(string), { en: 'a', ar: 1 }, 'ar is 1, not a text'],
  ['steps', object({ days: list(list(Bell)) }), { days: [[], [{}]] }, 'days[1][0].key is missing'],
])('%s refuses what it is not: %#', (_, guard, value, message) => {
  expect(() => parseAs(guard, value, 'value')).toThrow(ParseError);
  expect(() => parseAs(guard, value, 'value')).toThrow(
    expect.objectContaining({ message: `Cannot read value: ${message}` }),
  );
  expect(is(guard, value)).toBe(false);
});

test('what is let through is the value itself, with the fields that no guard knows', () => {
  const value = { key: '1', start: undefined, later: [1] };
  expect(parseAs(Bell, value, 'bell')).toBe(value);
  expect(parseAs(tuple(number), [1, 'more'], 'pair')).toEqual([1, 'more']);
});

test('a fault in one alternative is forgotten when another one fits', () => {
  const Alternatives = object({ first: either(object({ a: list(number) }), record(list(string))) });
  const value = { first: { a: ['x'] } };
  expect(parseAs(Alternatives, value, 'value')).toBe(value);
  const Both = object({ first: either(list(number), list(string)), second: number });
  expect(() => parseAs(Both, { first: ['x'], second: 'y' }, 'value')).toThrow(
    'Cannot read value: second is "y", not a number',
  );
});

test('a condition sees the whole document', () => {
  const Document = object({
    most: number,
    rows: list(
      where(
        number,
        'the most',
        (value, document) => is(object({ most: oneOf('7') }), document) && value > 6,
      ),
    ),
  });
  expect(() => parseAs(Document, { most: 1, rows: [7] }, 'value')).toThrow(
    'rows[0] is 7, not the most',
  );
});

test('types say what the guards say', () => {
  const Everything = object({
    kind: oneOf('a', 'b'),
    pair: tuple(number, nullable(string)),
    bells: optional(list(Bell)),
  });
  expectTypeOf<Guarded<typeof Everything>>().toEqualTypeOf<{
    readonly kind: 'a' | 'b';
    readonly pair: readonly [number, string | null];
    readonly bells?:
      | readonly { readonly key: string; readonly start?: number | undefined }[]
      | undefined;
  }>();
});

/** Guards, each with the schema of the library that means the same. */
const pairs = fc.letrec<{ leaf: Pair; node: Pair }>((tie) => ({
  leaf: fc.constantFrom<Pair>(
    [string, v.string()],
    [boolean, v.boolean()],
    [number, v.pipe(v.number(), v.finite())],
    [integer, v.pipe(v.number(), v.integer())],
    [natural, v.pipe(v.number(), v.integer(), v.minValue(0))],
    [positive, v.pipe(v.number(), v.finite(), v.gtValue(0))],
    [oneOf('a', 'b'), v.picklist(['a', 'b'])],
    [oneOf(null), v.null()],
    [matching(/^[ab]+$/, ''), v.pipe(v.string(), v.regex(/^[ab]+$/))],
    [where(number, '', (value) => value < 1), v.pipe(v.number(), v.ltValue(1))],
  ),
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    tie('node').map(([guard, schema]): Pair => [nullable(guard), v.nullable(schema)]),
    tie('node').map(([guard, schema]): Pair => [list(guard), v.array(schema)]),
    tie('node').map(([guard, schema]): Pair => [
      nonEmpty(guard),
      v.pipe(v.array(schema), v.minLength(1)),
    ]),
    tie('node').map(([guard, schema]): Pair => [
      record(guard),
      v.pipe(noList, v.record(v.string(), schema)),
    ]),
    fc
      .tuple(tie('node'), tie('node'))
      .map(([[a, A], [b, B]]): Pair => [tuple(a, b), v.tuple([A, B])]),
    fc
      .tuple(tie('node'), tie('node'))
      .map(([[a, A], [b, B]]): Pair => [either(a, b), v.union([A, B])]),
    fc
      .tuple(tie('node'), tie('node'))
      .map(([[a, A], [b, B]]): Pair => [
        object({ a, b: optional(b) }),
        v.pipe(noList, v.object({ a: A, b: v.optional(B) })),
      ]),
  ),
}));
type Pair = readonly [Guard<unknown>, v.GenericSchema];
// The library takes a list for an object.
const noList = v.custom<object>((value) => !Array.isArray(value));

/** Values that come near to what the guards above want. */
const values = fc.letrec((tie) => ({
  leaf: fc.constantFrom('a', 'b', 'c', 'ab', '', 0, 1, -1, 0.5, 1e300, true, false, null),
  node: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('node'), { maxKeys: 3 }),
  ),
}));

test('a guard lets through what the schema of the same meaning does, and no more', () => {
  const seen = { true: 0, false: 0 };
  fc.assert(
    fc.property(pairs.node, fc.array(values.node, { minLength: 8 }), ([guard, schema], all) => {
      for (const value of all) {
        const expected = v.is(schema, value);
        seen[`${expected}`] += 1;
        expect(is(guard, value)).toBe(expected);
      }
    }),
    runs(1000),
  );
  expect(Math.min(seen.true, seen.false)).toBeGreaterThan(500);
});
