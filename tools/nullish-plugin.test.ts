import { runInNewContext } from 'node:vm';

import { expect, test } from 'vitest';

import { withCalls } from './nullish-plugin.ts';
import { orElse, orNothing } from './nullish.ts';

/** What may stand before `?.` or `??`: nothing, everything that is false, and objects. */
const VALUES: readonly unknown[] = [
  undefined,
  null,
  0,
  -0,
  NaN,
  '',
  'text',
  false,
  true,
  {},
  { b: null },
  { b: 0 },
  { b: { c: 'deep' } },
  { b: { c: undefined } },
  ['first'],
];

const CALLS = [
  'a?.b',
  'a?.b?.c',
  'a?.[0]',
  'a?.[k]',
  'a?.["b"]?.c',
  'a ?? 1',
  'a ?? "none"',
  'a ?? null',
  'a ?? undefined',
  'a ?? -1',
  'a ?? []',
  'a ?? {}',
  'a?.b ?? false',
  '(a ?? {})?.b',
  '(a ?? undefined)?.b ?? 7',
  '(a?.b ?? {}).c',
  '(a ?? {}).b?.c ?? 0',
  '[a?.b, a?.length, typeof a?.b]',
  '!a?.b && (a?.b === undefined ? 1 : 2)',
  '[a].map((a) => a?.b ?? 3)[0]',
  'a?.length?.toString?.() ?? 4',
];

const LEFT_ALONE = ['a?.b.c', 'a?.b()', 'a?.()', 'a?.[k++]', 'a ?? k', 'a ?? f()', 'a ?? k.b'];

test.each(CALLS)('%s is the same as calls', (expression) => {
  const called = withCalls(expression).toString();
  expect(called).toContain('__or');
  for (const value of VALUES) {
    const scope = { a: value, k: 'b', __orNothing: orNothing, __orElse: orElse };
    expect(runInNewContext(called, scope)).toEqual(runInNewContext(expression, scope));
  }
});

test.each(LEFT_ALONE)('%s is left as it is: a part of it may run in vain', (expression) => {
  expect(withCalls(expression).toString()).toBe(expression);
});

test('what is read of nothing is not found on the prototype of objects', () => {
  expect(
    runInNewContext(withCalls('a?.toString').toString(), { __orNothing: orNothing, a: null }),
  ).toBe(undefined);
});
