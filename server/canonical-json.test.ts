import { readdirSync, readFileSync } from 'node:fs';

import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../tools/runs.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { canonicalJson } from './canonical-json.ts';

const EXAMPLES = new URL('../examples/', import.meta.url);

test('any value is the text that the reference implementation of RFC 8785 writes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '\ud800', '\udc00a', 'é', 'e\u0301', '\u2028', '"\\\b\u0000\u001f\u007f'),
  );
  const field = fc.oneof(text, fc.constantFrom('10', '9', '__proto__', 'toJSON', 'A', 'a', '€'));
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(-0, 1e21, 1e-7, 5e-324, 2 ** 53, 333_333_333.333_333_3),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      number,
      fc.constantFrom(null, true, false),
      fc.array(fc.oneof(tie('value'), fc.constant(undefined))),
      fc.dictionary(field, fc.oneof(tie('value'), fc.constant(undefined))),
    ),
  }));
  fc.assert(
    fc.property(value, (one) => {
      expect(canonicalJson(one)).toBe(canonicalize(one));
    }),
    runs(1000),
  );
});

test.each([NaN, Infinity, -Infinity])('%d is refused, and not written as null', (number) => {
  expect(() => canonicalJson({ lessons: [{ c: number }] })).toThrow(String(number));
});

test.each(readdirSync(EXAMPLES))('the snapshot of %s has canonical bytes', (file) => {
  const { bytes } = buildSnapshot(readFileSync(new URL(file, EXAMPLES)), 'salt');
  const text = new TextDecoder().decode(bytes);
  expect(text).toBe(canonicalize(JSON.parse(text)));
});
