import { createHash } from 'node:crypto';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { revisionOf } from './revision.ts';

test('a screen names a text as the endpoint does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const digest = createHash('sha256').update(text).digest().subarray(0, 16);
      expect(revisionOf(text)).toBe(digest.toString('base64url'));
    }),
  );
});
