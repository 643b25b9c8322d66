import { readdirSync, readFileSync } from 'node:fs';

import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../tools/runs.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { canonicalJson } from './canonical-json.ts';

const EXAMPLES = new URL('../examples/', import.meta.url);

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\ud800', '\udc00a', 'é', 'e\u0301', '\u2028', '"\\\b\u0000\u001f\u007f'),
);
const name = fc.oneof(text, fc.constantFrom('__proto__', 'A', 'a', '€', '01', '1e3', '-1'));

test('any value is the text that the reference implementation of RFC 8785 writes', () => {
  fc.assert(
    fc.property(valueOf(name.filter((one) => !/^\d+$/.test(one) || one.startsWith('0'))), (one) => {
      expect(canonicalJson(one)).toBe(canonicalize(one));
    }),
    runs(1000),
  );
});

test('where fields are named by numbers, the text is the same or there is none', () => {
  const outcomes = new Set<string>();
  const number = fc.constantFrom('0', '9', '10', '4294967294', '4294967295', 'a', '-', '');
  fc.assert(
    fc.property(valueOf(number), (one) => {
      const written = writtenOr('refused', one);
      if (written !== 'refused') expect(written).toBe(canonicalize(one));
      outcomes.add(written === 'refused' ? 'refused' : 'written');
    }),
    runs(1000),
  );
  expect(outcomes).toEqual(new Set(['written', 'refused']));
});

test.each([NaN, Infinity, -Infinity])('%d is refused, and not written as null', (number) => {
  expect(() => canonicalJson({ lessons: [{ c: number }] })).toThrow(
    `Cannot write canonical JSON: there is ${number} in it`,
  );
});

test.each(readdirSync(EXAMPLES))('the snapshot of %s has canonical bytes', (file) => {
  const { bytes } = buildSnapshot(readFileSync(new URL(file, EXAMPLES)), 'salt');
  const text = new TextDecoder().decode(bytes);
  expect(text).toBe(canonicalize(JSON.parse(text)));
});

function valueOf(name: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(-0, 1e21, 1e-7, 5e-324, 2 ** 53, 333_333_333.333_333_3),
  );
  return fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      number,
      fc.constantFrom(null, true, false),
      fc.array(fc.oneof(tie('value'), fc.constant(undefined))),
      fc.dictionary(name, fc.oneof(tie('value'), fc.constant(undefined))),
    ),
  })).value;
}

function writtenOr(otherwise: string, value: unknown): string {
  try {
    return canonicalJson(value);
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  }
}
