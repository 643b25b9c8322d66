import type { NetworkReport, RefreshState } from '../../../src/contract/refresh-state.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import type { StoredClock, StoredRecord } from '../../../src/contract/stored.ts';
import type { Credential } from '../../../src/contract/stored.ts';
import { isSameRecord, parseRecord, type Kept } from '../../../src/sync/kept.ts';
import { ownRevisionOf } from '../../../src/sync/own-revision.ts';
import type { RevisionOf } from '../../../src/sync/revision.ts';
import type { ScreenStore } from '../../../src/sync/screen-store.ts';
import type { Habit } from './plain-poll.ts';

/** What one TV keeps while it is off. */
export type KeptDisk = {
  credential?: Credential | undefined;
  /** The field that it makes. */
  readonly authorization: string;
  kept?: Kept | undefined;
  older?: StoredRecord | undefined;
  refresh?: RefreshState | undefined;
  report: NetworkReport;
  clock?: StoredClock | undefined;
  /** Not stored: what its polls have in common, worked out once. */
  habit?: Habit | undefined;
};

/** All that the TVs of a run read and hash alike, and hold once. */
export type Shared = {
  readonly revisionOf: RevisionOf;
  readonly one: (kept: Kept) => Kept;
};

/** A TV's disk that has been written once: the credential. */
export function makeKeptDisk(credential: Credential): KeptDisk {
  return {
    credential,
    authorization: `Bearer ${credential.token}`,
    report: { refused: 0 },
  };
}

/** Five TVs of a school hold the same timetable; a simulation holds it once, and hashes it once. */
export function sharing(): Shared {
  const revisions = new Map<string, Promise<string>>();
  const texts = new Map<string, { readonly text: string; readonly snapshot: Snapshot }>();
  return {
    revisionOf(text) {
      const found = revisions.get(text) ?? ownRevisionOf(text);
      revisions.set(text, found);
      return found;
    },
    one(kept) {
      const { record, document, snapshot } = kept;
      const revision = document.snapshot?.revision;
      if (revision === undefined || record.text === undefined || !snapshot) return kept;
      const shared = texts.get(revision) ?? { text: record.text, snapshot };
      texts.set(revision, shared);
      return { record: { ...record, text: shared.text }, document, snapshot: shared.snapshot };
    },
  };
}

/**
 * The screen's store on a disk that never fails and takes no time. What it takes is verified by the
 * shipped `parseRecord`, as on a TV.
 */
export function keptStore(disk: KeptDisk, { revisionOf, one }: Shared): ScreenStore {
  return {
    readCredential: async () => disk.credential,
    async saveCredential(credential) {
      disk.credential = credential;
    },
    readRecord: async () => disk.kept,
    async saveRecord(_, record) {
      if (disk.kept && isSameRecord(disk.kept.record, record)) return disk.kept;
      const kept = one(await parseRecord(record, revisionOf));
      disk.older = disk.kept?.record;
      disk.kept = kept;
      return kept;
    },
    async findText(_, revision) {
      const records = [disk.kept?.record, disk.older];
      return records.find((record) => record?.document.includes(revision))?.text;
    },
    readRemembered: async () => ({ refresh: disk.refresh, report: disk.report }),
    async saveRemembered(_, { refresh, report }) {
      disk.refresh = refresh;
      disk.report = report;
    },
    readClock: async () => disk.clock,
    async saveClock(clock) {
      disk.clock = clock;
    },
    readLast: async () => disk.credential?.screen,
    saveLast: async () => {},
    screens: async () => (disk.credential ? [disk.credential.screen] : []),
    async forget() {
      disk.credential = undefined;
      disk.kept = undefined;
      disk.older = undefined;
      disk.refresh = undefined;
      disk.report = { refused: 0 };
    },
  };
}
