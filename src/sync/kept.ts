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
 * Verifies a generation that comes from a wire or a disk: the snapshot's text has the hash that the
 * document names, both can be read, and both belong to the same school. Rejects with a `ParseError`.
 */
export async function parseRecord(record: StoredRecord, revisionOf: RevisionOf): Promise<Kept> {
  const document = parseScreenDocument(record.document);
  const { snapshot: pointer, screen } = document;
  if (!pointer) return { record, document };
  if (record.text === undefined) throw unlike('is missing');
  // Before anything reads it: a text cut short may well be JSON.
  const revision = await revisionOf(record.text);
  if (revision !== pointer.revision) {
    throw unlike(`has the hash ${revision}, not ${pointer.revision}`);
  }
  const snapshot = readSnapshot(record.text);
  if (snapshot.school.id !== screen.school) {
    throw unlike(`is of the school ${snapshot.school.id}, not ${screen.school}`);
  }
  return { record, document, snapshot };
}

function unlike(message: string): ParseError {
  return new ParseError('snapshot', [{ path: '', message: `the text ${message}` }]);
}

/** Whether both are the same texts. */
export function isSameRecord(a: StoredRecord | undefined, b: StoredRecord | undefined): boolean {
  return a?.document === b?.document && a?.text === b?.text && a?.etag === b?.etag;
}
