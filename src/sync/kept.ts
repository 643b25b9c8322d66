import { ParseError } from '../contract/parse.ts';
import { parseScreenDocument, type ScreenDocument } from '../contract/screen.ts';
import { parseSnapshot, type Snapshot } from '../contract/snapshot.ts';
import type { StoredRecord } from '../contract/stored.ts';
import { revisionOf } from './revision.ts';

/** A generation that has been verified: its texts, and what they say. */
export type Kept = {
  readonly record: StoredRecord;
  readonly document: ScreenDocument;
  /** Absent until the school publishes for the first time. */
  readonly snapshot?: Snapshot | undefined;
};

/**
 * Verifies a generation that comes from a wire or a disk: the snapshot's text has the hash that the
 * document names, both can be read, and both belong to the same school. Throws a `ParseError`.
 */
export function parseRecord(record: StoredRecord): Kept {
  const document = parseScreenDocument(record.document);
  const { snapshot: pointer, screen } = document;
  if (!pointer) return { record, document };
  if (record.text === undefined) throw damaged('is missing');
  const revision = revisionOf(record.text);
  if (revision !== pointer.revision) {
    throw damaged(`has the hash ${revision}, not ${pointer.revision}`);
  }
  const snapshot = parseSnapshot(record.text);
  if (snapshot.school.id !== screen.school) {
    throw damaged(`is of the school ${snapshot.school.id}, not ${screen.school}`);
  }
  return { record, document, snapshot };
}

function damaged(message: string): ParseError {
  return new ParseError('stored generation', [{ path: 'text', message }]);
}

/** Whether both are the same texts. */
export function isSameRecord(a: StoredRecord | undefined, b: StoredRecord | undefined): boolean {
  return a?.document === b?.document && a?.text === b?.text && a?.etag === b?.etag;
}
