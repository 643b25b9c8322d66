import { compress } from './compress.ts';
import { checkSnapshotBytes } from './snapshot-bytes.ts';
import type { Encodings } from './store.ts';

/**
 * A snapshot's bytes and their compressed forms. While other threads compress, this one reads the
 * bytes as a screen would: rejects with a `ParseError` when no screen could use them.
 */
export async function checkedEncodings(bytes: Uint8Array): Promise<Encodings> {
  const [encodings] = await Promise.all([compress(bytes), checked(bytes)]);
  return encodings;
}

// Rejects where it could throw, so that a compression that fails as well is waited for all the same.
async function checked(bytes: Uint8Array): Promise<void> {
  checkSnapshotBytes(bytes);
}
