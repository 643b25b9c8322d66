import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../tools/runs.ts';
import { entityTag, matchesEntityTag } from './entity-tag.ts';

// fault:N22 A proxy weakens, lists or garbles the entity tag
// hallway: no change
// technician: a 304 whenever the tag is named, weak or strong; else the whole document
test.each([
  ['W/"r1"', true],
  ['"r1"', true],
  ['*', true],
  [' * ', true],
  ['"r0", W/"r1"', true],
  ['"r0","r1","r2"', true],
  ['"a,b", "r1"', true],
  ['"r1" , "r0"', true],
  ['"r2"', false],
  ['"r1x"', false],
  ['r1', false],
  ['w/"r1"', false],
  ['"r1', false],
  ['garbage, "r1"', false],
  ['"*"', false],
  ['', false],
  [undefined, false],
])('a screen that holds %o is told that r1 is not modified: %s', (field, matches) => {
  expect(matchesEntityTag(field, ['r1'])).toBe(matches);
});

const opaque = fc.stringMatching(/^[\w-]{1,22}$/);
const listed = fc.tuple(opaque, fc.boolean());

test('a list matches exactly when it names the tag, weak or strong, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.array(listed),
      opaque,
      fc.constantFrom(',', ', ', ' ,\t'),
      (tags, name, comma) => {
        const field = tags.map(([tag, weak]) => (weak ? entityTag(tag) : `"${tag}"`)).join(comma);
        expect(matchesEntityTag(field, [name])).toBe(tags.some(([tag]) => tag === name));
      },
    ),
    runs(),
  );
});

/** Fields of HTTP are read as Latin-1. */
const byte = fc.nat({ max: 0xff }).map((code) => String.fromCharCode(code));

test('whatever a client sends is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: byte }), (field) => {
      const names = matchesEntityTag(field, ['r1']);
      expect(names && !field.includes('"r1"')).toBe(field.trim() === '*');
    }),
    runs(),
  );
});
