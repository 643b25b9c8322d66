import type { Problem } from '../src/contract/parse.ts';
import type { School } from '../src/contract/school.ts';
import { compile } from '../src/school/compile.ts';
import { readSchool } from '../src/school/read-school.ts';
import { schoolOffsets } from './school-offsets.ts';
import { checkSnapshotBytes, snapshotBytes } from './snapshot-bytes.ts';

export type Built = {
  readonly school: School;
  /** The snapshot's exact bytes. */
  readonly bytes: Uint8Array;
  readonly warnings: readonly Problem[];
};

/**
 * The snapshot of the school document in `bytes`. Throws a `ParseError` that lists every problem;
 * what it accepts, the endpoint publishes.
 */
export function buildSnapshot(bytes: Uint8Array, salt: string): Built {
  const built = draftSnapshot(bytes, salt);
  checkSnapshotBytes(built.bytes);
  return built;
}

/** The same, before `checkSnapshotBytes` has read it as a screen would: not to be published yet. */
export function draftSnapshot(bytes: Uint8Array, salt: string): Built {
  const { school, warnings } = readSchool(bytes);
  const snapshot = compile(school, { offsets: schoolOffsets(school), salt });
  return { school, bytes: snapshotBytes(snapshot), warnings };
}
