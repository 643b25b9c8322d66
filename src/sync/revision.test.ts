import { createHash } from 'node:crypto';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { ownRevisionOf } from './own-revision.ts';
import { subtleRevisionOf } from './revision.ts';

test.each([
  ['worker', subtleRevisionOf],
  ['page without one', ownRevisionOf],
])('a %s names a text as the endpoint does', async (_, revisionOf) => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const digest = createHash('sha256').update(text).digest().subarray(0, 16);
      expect(await revisionOf(text)).toBe(digest.toString('base64url'));
    }),
    runs(),
  );
});
