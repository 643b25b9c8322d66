import type { NetworkReport } from '../../src/contract/refresh-state.ts';
import { parseScreenDocument } from '../../src/contract/screen.ts';
import type { Credential } from '../../src/contract/stored.ts';
import { parseRecord, type Kept } from '../../src/sync/kept.ts';
import { subtleRevisionOf } from '../../src/sync/revision.ts';
import type { Remembered, ScreenStore } from '../../src/sync/screen-store.ts';

const NOTHING: { readonly report: NetworkReport } = { report: { refused: 0 } };

/**
 * The store of thousands of screens in one process. What each TV reads back from its own disk and
 * verifies there is verified once for all screens of a school: they share its texts and values here.
 */
export function memoryStore(): ScreenStore {
  const credentials = new Map<string, Credential>();
  const remembered = new Map<string, Remembered>();
  const kept = new Map<string, Kept>();
  /** Per revision, the one text that had this hash. */
  const verified = new Map<string, Kept>();

  return {
    readCredential: async (screen) => credentials.get(screen),
    saveCredential: async (credential) => void credentials.set(credential.screen, credential),
    readRecord: async (screen) => kept.get(screen),
    async saveRecord({ screen }, record) {
      const document = parseScreenDocument(record.document);
      const known = verified.get(document.snapshot?.revision ?? '');
      const isKnown =
        known !== undefined &&
        known.record.text === record.text &&
        known.document.screen.school === document.screen.school;
      const next = isKnown
        ? { ...known, document, record: { ...record, text: known.record.text } }
        : await parseRecord(record, subtleRevisionOf);
      if (document.snapshot) verified.set(document.snapshot.revision, next);
      kept.set(screen, next);
      return next;
    },
    async findText(screen, revision) {
      const { record, document } = kept.get(screen) ?? {};
      return document?.snapshot?.revision === revision ? record?.text : undefined;
    },
    readRemembered: async (screen) => remembered.get(screen) ?? NOTHING,
    saveRemembered: async (screen, value) => void remembered.set(screen, value),
    readClock: async () => undefined,
    saveClock: async () => {},
    readLast: async () => undefined,
    saveLast: async () => {},
    screens: async () => [...credentials.keys()],
    async forget(screen) {
      credentials.delete(screen);
      remembered.delete(screen);
      kept.delete(screen);
    },
  };
}
