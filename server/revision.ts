import { createHash } from 'node:crypto';

/** 128 bits name contents beyond any chance of a collision, in 22 characters. */
const NAME_BYTES = 16;

/** The name of exactly these bytes: a snapshot's revision, or a stored document's name. */
export function revisionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest().subarray(0, NAME_BYTES).toString('base64url');
}
