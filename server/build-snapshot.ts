import canonicalize from 'canonicalize';

import { LARGEST_SNAPSHOT_BYTES } from '../src/contract/endpoint.ts';
import type { Problem } from '../src/contract/parse.ts';
import { ParseError } from '../src/contract/parse.ts';
import type { School } from '../src/contract/school.ts';
import { compile } from '../src/school/compile.ts';
import { readSchool } from '../src/school/read-school.ts';
import { schoolOffsets } from './school-offsets.ts';

export type Built = {
  readonly school: School;
  /** The snapshot's exact bytes: canonical JSON (RFC 8785), so that equal contents are equal bytes. */
  readonly bytes: Uint8Array;
  readonly warnings: readonly Problem[];
};

/**
 * The snapshot of the school document in `bytes`. Throws a `ParseError` that lists every problem;
 * what it accepts, the endpoint publishes.
 */
export function buildSnapshot(bytes: Uint8Array, salt: string): Built {
  const { school, warnings } = readSchool(bytes);
  const text = canonicalize(compile(school, { offsets: schoolOffsets(school), salt })) ?? '';
  const snapshot = new TextEncoder().encode(text);
  if (snapshot.length > LARGEST_SNAPSHOT_BYTES) {
    const message = `makes a snapshot of ${snapshot.length} bytes, and screens take ${LARGEST_SNAPSHOT_BYTES}: publish a shorter term`;
    throw new ParseError('school', [{ path: '', message }]);
  }
  return { school, bytes: snapshot, warnings };
}
