import { LARGEST_SNAPSHOT_BYTES } from '../src/contract/endpoint.ts';
import { ParseError } from '../src/contract/parse.ts';
import type { Snapshot } from '../src/contract/snapshot.ts';
import { parseSnapshot } from '../src/contract/snapshot.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * The exact bytes of a snapshot: canonical JSON (RFC 8785), so that equal contents are equal bytes.
 * Throws a `ParseError` when they are more than screens take.
 */
export function snapshotBytes(snapshot: Snapshot): Uint8Array {
  const bytes = new TextEncoder().encode(canonicalJson(snapshot));
  if (bytes.length > LARGEST_SNAPSHOT_BYTES) {
    throw refusal(
      `of ${bytes.length} bytes, and screens take ${LARGEST_SNAPSHOT_BYTES}: publish a shorter term`,
    );
  }
  return bytes;
}

/**
 * Reads the bytes of a snapshot, whole, by the parser of the contract; throws a `ParseError` when
 * no screen could use them. Screens compare the hash of a snapshot, and do not go through every field
 * of it again: whatever this endpoint names has been read here.
 */
export function checkSnapshotBytes(bytes: Uint8Array): void {
  try {
    parseSnapshot(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw refusal(`that no screen can use: ${error.message}. Please report this`);
  }
}

function refusal(message: string): ParseError {
  return new ParseError('school', [{ path: '', message: `makes a snapshot ${message}` }]);
}
