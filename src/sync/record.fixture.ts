import type { ScreenDocument } from '../contract/screen.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { Credential, StoredRecord } from '../contract/stored.ts';
import { makeSnapshot } from '../timetable/snapshot.fixture.ts';
import { revisionFrom } from './revision.ts';
import { sha256 } from './sha256.ts';

export const CREDENTIAL: Credential = {
  school: 'fixture',
  screen: 'hall',
  token: 'k7Jt0yJm1xk2b9l3Qw_5-ZcVbNmAsDfGhJkLpOiUyTr',
};

/** The text of the `n`-th timetable of the fixture school; each has another salt. */
export function makeText(n: number, overrides: Partial<Snapshot> = {}): string {
  const snapshot = makeSnapshot(overrides);
  return JSON.stringify({ ...snapshot, school: { ...snapshot.school, salt: `salt ${n}` } });
}

/** The document by which the hall's screen is told to show `text`, as generation 1.`n`. */
export function makeDocument(
  n: number,
  text: string | undefined = makeText(n),
  overrides: Partial<ScreenDocument> = {},
): string {
  const document: ScreenDocument = {
    format: 'screen/1',
    screen: { id: 'hall', school: 'fixture', name: 'Hall', phase: 0.5 },
    snapshot: {
      revision: revisionFrom(sha256(new TextEncoder().encode(text))),
      generation: `1.${n}`,
      publishedAt: n,
    },
    ...overrides,
  };
  return JSON.stringify(document);
}

/** The `n`-th generation as a screen stores it. */
export function makeRecord(n: number): StoredRecord {
  return { document: makeDocument(n), etag: `W/"${n}"`, text: makeText(n) };
}
