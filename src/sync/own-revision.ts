import { revisionFrom, type RevisionOf } from './revision.ts';
import { sha256 } from './sha256.ts';

/** By a hash that the page carries itself: on plain http there is no `crypto.subtle`. */
export const ownRevisionOf: RevisionOf = (text) =>
  Promise.resolve(revisionFrom(sha256(new TextEncoder().encode(text))));
