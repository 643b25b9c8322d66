import { ParseError } from '../contract/parse.ts';
import { readSnapshot } from '../contract/read-snapshot.ts';
import { parseScreenDocument, type ScreenDocument } from '../contract/screen.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { StoredRecord } from '../contract/stored.ts';
import type { RevisionOf } from './revision.ts';

/** A generation that has been verified: its texts, and what they say. */
export type Kept = {
  readonly record: StoredRecord;
  readonly document: ScreenDocument;
  /** Absent until the school publishes for the first time. */
  readonly snapshot?: Snapshot | undefined;
};

/**
 * An entity tag as the endpoint makes it: the hash of the document. What a proxy has put in its place,
 * or added to it, looks otherwise and vouches for nothing.
 */
const HASH_TAG = /^(?:W\/)?"([\w-]{22})"$/;

/**
 * Verifies a generation that comes from a wire or a disk: the document has the hash of its entity tag,
 * where that is the endpoint's; the snapshot's text has the hash that the document names, both can be
 * read, and both belong to the same school. Rejects with a `ParseError`.
 */
export async function parseRecord(record: StoredRecord, revisionOf: RevisionOf): Promise<Kept> {
  const document = parseScreenDocument(record.document);
  const snapshot = document.snapshot && (await parseText(record, document, revisionOf));
  const tag = HASH_TAG.exec(record.etag ?? '')?.[1];
  // A change of one bit may still be a document, of other classes or of a generation never to be.
  if (tag !== undefined && tag !== (await revisionOf(record.document))) {
    throw unlike('screen document', 'has not the hash of its entity tag');
  }
  return { record, document, ...(snapshot && { snapshot }) };
}

async function parseText(
  { text }: StoredRecord,
  { snapshot: pointer, screen }: ScreenDocument,
  revisionOf: RevisionOf,
): Promise<Snapshot> {
  if (text === undefined) throw unlike('snapshot', 'is missing');
  // Before anything reads it: a text cut short may well be JSON.
  const revision = await revisionOf(text);
  if (revision !== pointer?.revision) {
    throw unlike('snapshot', `has the hash ${revision}, not ${pointer?.revision}`);
  }
  const snapshot = readSnapshot(text);
  if (snapshot.school.id !== screen.school) {
    throw unlike('snapshot', `is of the school ${snapshot.school.id}, not ${screen.school}`);
  }
  return snapshot;
}

function unlike(what: string, message: string): ParseError {
  return new ParseError(what, [{ path: '', message: `the text ${message}` }]);
}

/** Whether both are the same texts. */
export function isSameRecord(a: StoredRecord | undefined, b: StoredRecord | undefined): boolean {
  return a?.document === b?.document && a?.text === b?.text && a?.etag === b?.etag;
}
