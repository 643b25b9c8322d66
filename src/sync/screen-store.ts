import { object, optional, parseAs, string, type Guard } from '../contract/guard.ts';
import { parseJson } from '../contract/parse.ts';
import { NetworkReport, RefreshState } from '../contract/refresh-state.ts';
import { Credential, StoredClock, type StoredRecord } from '../contract/stored.ts';
import { attempt } from './attempt.ts';
import { compareKept } from './compare-kept.ts';
import { isSameRecord, parseRecord, type Kept } from './kept.ts';
import { parseCopy, type Copy, type Texts } from './second-copy.ts';
import type { SnapshotDb, StoreDeps } from './snapshot-db.ts';
import { withWatchdog } from './watchdog.ts';

/** What a screen remembers of its polling. */
export type Remembered = {
  readonly refresh?: RefreshState | undefined;
  readonly report: NetworkReport;
};

/**
 * Everything that a screen keeps: in memory, in IndexedDB, and in a second copy. What cannot be
 * stored stays in memory, is reported, and is stored again when next read. No function rejects but
 * `saveRecord`, with a `ParseError`.
 */
export type ScreenStore = {
  readonly readCredential: (screen: string) => Promise<Credential | undefined>;
  readonly saveCredential: (credential: Credential) => Promise<void>;
  /** The newest generation that any of the three has. */
  readonly readRecord: (screen: string) => Promise<Kept | undefined>;
  /** Keeps a generation that can be verified. */
  readonly saveRecord: (
    credential: Credential,
    record: StoredRecord,
    confirmedAt?: number,
  ) => Promise<Kept>;
  readonly findText: (screen: string, revision: string) => Promise<string | undefined>;
  readonly readRemembered: (screen: string) => Promise<Remembered>;
  readonly saveRemembered: (screen: string, remembered: Remembered) => Promise<void>;
  readonly readClock: () => Promise<StoredClock | undefined>;
  readonly saveClock: (clock: StoredClock) => Promise<void>;
  /** The screen that was opened last in this browser. */
  readonly readLast: () => Promise<string | undefined>;
  readonly saveLast: (screen: string) => Promise<void>;
  /** All screens that this browser shows. */
  readonly screens: () => Promise<readonly string[]>;
  /** Deletes everything of a screen, its token included. */
  readonly forget: (screen: string) => Promise<void>;
};

const PATIENCE_S = 5;
const LAST = 'last';
const CLOCK = 'clock';
/** Of the second copy, whose other names are screens. */
const CLOCK_COPY = '/clock';
/** Nobody sees that a clock is off by less, and a copy is not written for it. */
const SEEN_MS = 1_000;
const CREDENTIAL = 'credential/';
const POLLING = 'polling/';

const RememberedGuard = object({
  refresh: optional(RefreshState),
  report: NetworkReport,
});

/** A store over a database and a place for second copies. */
export function screenStore(
  db: SnapshotDb,
  texts: Texts,
  { report, revisionOf }: StoreDeps,
): ScreenStore {
  const inMemory = new Map<string, Kept>();
  const remembered = new Map<string, Remembered>();
  let savedClock: StoredClock | undefined;

  async function readFact<T>(name: string, guard: Guard<T>): Promise<T | undefined> {
    const value = await db.readFact(name).catch(reported);
    const parse = () => parseAs(optional(guard), value, name);
    return attempt(report, `Cannot use the stored ${name}`, parse);
  }

  async function saveFact(name: string, value: unknown): Promise<void> {
    await db.saveFact(name, value).catch(reported);
  }

  function inTime<T>(work: Promise<T>): Promise<T | undefined> {
    const watched = () => withWatchdog(work, PATIENCE_S, 'the second copy');
    return attempt(report, 'Cannot reach the second copy', watched);
  }

  async function readCopy(screen: string): Promise<Copy | undefined> {
    const text = await inTime(texts.read(screen));
    if (text === undefined) return undefined;
    return attempt(report, 'Cannot use the second copy', () => parseCopy(text));
  }

  async function saveCopy(copy: Copy): Promise<void> {
    await inTime(texts.save(copy.credential.screen, JSON.stringify(copy)));
  }

  async function keptInCopy(screen: string): Promise<Kept | undefined> {
    const record = (await readCopy(screen))?.record;
    if (!record) return undefined;
    const what = 'Cannot use the generation of the second copy';
    return attempt(report, what, () => parseRecord(record, revisionOf));
  }

  async function clockInCopy(): Promise<StoredClock | undefined> {
    const text = await inTime(texts.read(CLOCK_COPY));
    if (text === undefined) return undefined;
    return attempt(report, 'Cannot use the second copy of the clock', () =>
      parseAs(StoredClock, parseJson(text, CLOCK), CLOCK),
    );
  }

  async function saveClock(clock: StoredClock): Promise<void> {
    savedClock = clock;
    await saveFact(CLOCK, clock);
    const copy = await clockInCopy();
    if (copy && isAlike(copy, clock)) return;
    await inTime(texts.save(CLOCK_COPY, JSON.stringify(clock)));
  }

  return {
    async readCredential(screen) {
      const found = await readFact(CREDENTIAL + screen, Credential);
      if (found) return found;
      const copied = (await readCopy(screen))?.credential;
      if (copied) await saveFact(CREDENTIAL + screen, copied);
      return copied;
    },

    async saveCredential(credential) {
      const { screen } = credential;
      await saveFact(CREDENTIAL + screen, credential);
      const copy = await readCopy(screen);
      await saveCopy({ ...copy, credential });
    },

    async readRecord(screen) {
      const stored = await db.readRecord(screen).catch(reported);
      const remembered = inMemory.get(screen) ?? (stored ? undefined : await keptInCopy(screen));
      const isNewer = remembered && (!stored || compareKept(remembered, stored) > 0);
      const newest = isNewer ? remembered : stored;
      if (!newest) return undefined;
      inMemory.set(screen, newest);
      // Storage that was emptied or damaged is filled again from what is left.
      if (newest !== stored) {
        await db.saveRecord(screen, newest.record).catch(reported);
        if (savedClock) await saveClock(savedClock);
      }
      return newest;
    },

    async saveRecord(credential, record, confirmedAt) {
      const { screen } = credential;
      const known = inMemory.get(screen);
      if (known && isSameRecord(known.record, record)) return known;
      const kept = await parseRecord(record, revisionOf);
      inMemory.set(screen, kept);
      await db.saveRecord(screen, record).catch(reported);
      await saveCopy({ credential, record, confirmedAt });
      return kept;
    },

    findText: (screen, revision) => db.findText(screen, revision).catch(reported),

    async readRemembered(screen) {
      const found = await readFact(POLLING + screen, RememberedGuard);
      const known = laterOf(remembered.get(screen), found);
      if (known) return known;
      const confirmedAt = (await readCopy(screen))?.confirmedAt;
      const refresh = { nextAt: 0, failures: 0, missed: 0, confirmedAt };
      return { report: { refused: 0 }, ...(confirmedAt !== undefined && { refresh }) };
    },

    async saveRemembered(screen, value) {
      remembered.set(screen, value);
      await saveFact(POLLING + screen, value);
    },

    readClock: async () => (await readFact(CLOCK, StoredClock)) ?? clockInCopy(),

    saveClock,

    async readLast() {
      return (await readFact(LAST, string)) ?? (await inTime(texts.read(LAST)));
    },

    async saveLast(screen) {
      await saveFact(LAST, screen);
      await inTime(texts.save(LAST, screen));
    },

    async screens() {
      const names = await db.factKeys(CREDENTIAL).catch(reported);
      return (names ?? []).map((name) => name.slice(CREDENTIAL.length));
    },

    async forget(screen) {
      inMemory.delete(screen);
      remembered.delete(screen);
      await db.forget(screen, [CREDENTIAL + screen, POLLING + screen]).catch(reported);
      await inTime(texts.remove(screen));
    },
  };
}

/** The database reports its failures itself. */
function reported(): undefined {}

/** Each answer saves the clock: a copy of it is to be as good, not to be written as often. */
function isAlike(a: StoredClock, b: StoredClock): boolean {
  return a.losesTime === b.losesTime && Math.abs(a.offset - b.offset) < SEEN_MS;
}

/**
 * Memory outlives a failed write, one that was said to be done included; the disk knows what another
 * page or the worker has asked since.
 */
function laterOf(a: Remembered | undefined, b: Remembered | undefined): Remembered | undefined {
  return (b?.refresh?.askedAt ?? 0) > (a?.refresh?.askedAt ?? 0) ? b : (a ?? b);
}
