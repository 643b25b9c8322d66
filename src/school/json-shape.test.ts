import fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { fieldsIn, jsonShape } from './json-shape.ts';
import { repeatedFields } from './repeated-fields.ts';

test('a text has as many fields as its value, unless one is repeated', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
      expect(jsonShape(JSON.stringify(value, undefined, indent)).fields).toBe(fieldsIn(value));
    }),
    runs(300),
  );
});

test('it has more exactly when the long way finds repeated ones', () => {
  const field = fc.constantFrom('a', 'b', 'c', '__proto__', '\\u0061');
  const { object } = fc.letrec<{ object: string; value: string }>((tie) => ({
    object: fc
      .array(fc.tuple(field, tie('value')), { maxLength: 4 })
      .map((fields) => `{${fields.map(([name, value]) => `"${name}": ${value}`).join(', ')}}`),
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('1', '":{[\\""', 'null'),
      tie('object'),
      tie('object').map((one) => `[${one}, 2]`),
    ),
  }));
  let found = 0;
  fc.assert(
    fc.property(object, (text) => {
      const isRepeated = jsonShape(text).fields !== fieldsIn(JSON.parse(text));
      expect(isRepeated).toBe(repeatedFields(text).length > 0);
      found += Number(isRepeated);
    }),
    runs(500),
  );
  expect(found).toBeGreaterThan(50);
});

test.each([
  ['1', 0],
  ['{"a": [{}]}', 3],
  ['[[], "[[[", [[]]]', 3],
])('%s is %d deep', (text, depth) => {
  expect(jsonShape(text).depth).toBe(depth);
});
