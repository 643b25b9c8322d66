import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';

import { is, number, object, oneOf, string, type Guarded } from '../contract/guard.ts';
import { StoredRecord } from '../contract/stored.ts';
import { attempt, type Report } from './attempt.ts';
import { isSameRecord, parseRecord, type Kept } from './kept.ts';
import type { RevisionOf } from './revision.ts';
import { withWatchdog } from './watchdog.ts';

/*
 * The screen's storage: two slots for each screen's generations, of which the older is overwritten,
 * and small facts by name. The version of the database stays 1 for ever: what is stored evolves
 * inside the texts, which name their own format, so that no build ever waits for another one's tab.
 */

const NAME = 'riwaq';
const SLOTS = ['a', 'b'] as const;
const PATIENCE_S = 5;
const FAILURES = 3;
/** What has hung this long is tried again, even if it hangs still. */
const HANGING_MS = 60_000;

const Row = object({
  screen: string,
  slot: oneOf(...SLOTS),
  /** Grows by one with every save: the highest that can be verified counts. */
  serial: number,
  record: StoredRecord,
});
type Row = Guarded<typeof Row>;

interface RiwaqDB extends DBSchema {
  generations: { key: string; value: unknown };
  facts: { key: string; value: unknown };
}

type Handle = IDBPDatabase<RiwaqDB>;
type Work<T> = (db: Handle) => Promise<T>;

export type SnapshotDb = {
  /** The newest generation that can be verified; damaged ones are reported and passed over. */
  readonly readRecord: (screen: string) => Promise<Kept | undefined>;
  /** Resolves when the generation is written, read back and verified. */
  readonly saveRecord: (screen: string, record: StoredRecord) => Promise<void>;
  /** The text whose document names this revision, in any slot of the screen; not verified. */
  readonly findText: (screen: string, revision: string) => Promise<string | undefined>;
  readonly readFact: (key: string) => Promise<unknown>;
  readonly saveFact: (key: string, value: unknown) => Promise<void>;
  /** The names of all facts that begin with `prefix`. */
  readonly factKeys: (prefix: string) => Promise<readonly string[]>;
  /** Deletes the screen's generations and the facts named. */
  readonly forget: (screen: string, facts: readonly string[]) => Promise<void>;
};

/** What everything that stores generations needs. */
export type StoreDeps = { readonly report: Report; readonly revisionOf: RevisionOf };

/**
 * The screen's database, opened when first needed. Every operation rejects within 5 s if it has not
 * ended, and for a minute at once if an earlier one hangs still; after three failures in a row the
 * database is deleted, to be filled again from memory.
 */
export function snapshotDb({ report, revisionOf }: StoreDeps): SnapshotDb {
  let handle: Promise<Handle> | undefined;
  let failures = 0;
  const hanging = new Set<Promise<unknown>>();

  function open(): Promise<Handle> {
    handle ??= openDB<RiwaqDB>(NAME, 1, {
      upgrade(db) {
        db.createObjectStore('generations');
        db.createObjectStore('facts');
      },
      blocked: () => report('Storage is held open by another page'),
      // Another page deletes the database: it may go on at once.
      blocking: close,
      terminated: () => {
        handle = undefined;
        report('Storage was closed by the browser');
      },
    });
    return handle;
  }

  function close() {
    const closing = handle;
    handle = undefined;
    closing?.then(
      (db) => db.close(),
      () => {},
    );
  }

  async function inTime<T>(what: string, work: Work<T>): Promise<T> {
    // A slot's work is many operations, and the page waits for 20 s: only one of them hangs.
    if (hanging.size > 0) throw new Error('storage hangs');
    try {
      const result = await patiently(open().then(work), what);
      failures = 0;
      return result;
    } catch (error) {
      report(`Cannot ${what}`, error);
      close();
      failures += 1;
      if (failures >= FAILURES) {
        failures = 0;
        await attempt(report, 'Cannot delete storage', startAnew);
      }
      throw error;
    }
  }

  async function patiently<T>(doing: Promise<T>, what: string): Promise<T> {
    let hasEnded = false;
    const end = () => {
      hasEnded = true;
      hanging.delete(doing);
    };
    doing.then(end, end);
    try {
      return await withWatchdog(doing, PATIENCE_S, what);
    } catch (error) {
      if (!hasEnded) {
        hanging.add(doing);
        setTimeout(() => hanging.delete(doing), HANGING_MS);
      }
      throw error;
    }
  }

  async function startAnew(): Promise<void> {
    await patiently(deleteDB(NAME), 'delete storage');
    report('Storage was deleted after three failures');
  }

  async function readRows(db: Handle, screen: string): Promise<readonly Row[]> {
    const values = await Promise.all(SLOTS.map((slot) => db.get('generations', key(screen, slot))));
    return values
      .filter((value): value is Row => is(Row, value))
      .sort((a, b) => b.serial - a.serial);
  }

  /** The first of `rows` that can be verified, with what it says. */
  async function firstSound(rows: readonly Row[]): Promise<{ row: Row; kept: Kept } | undefined> {
    for (const row of rows) {
      const what = `Cannot use the generation in slot ${row.slot} of ${row.screen}`;
      const kept = await attempt(report, what, () => parseRecord(row.record, revisionOf));
      if (kept) return { row, kept };
    }
    return undefined;
  }

  return {
    readRecord: (screen) =>
      inTime(
        'read the stored generation',
        async (db) => (await firstSound(await readRows(db, screen)))?.kept,
      ),

    saveRecord: (screen, record) =>
      inTime('store a generation', async (db) => {
        const rows = await readRows(db, screen);
        // Only one that can be verified is worth keeping.
        const current = await firstSound(rows);
        const slot = current?.row.slot === 'a' ? 'b' : 'a';
        const serial = (rows[0]?.serial ?? 0) + 1;
        const row: Row = { screen, slot, serial, record };
        // Strict: the disk has it when this resolves. Before Chromium 83 that is the only way there is.
        const write = db.transaction('generations', 'readwrite', { durability: 'strict' });
        await Promise.all([write.store.put(row, key(screen, slot)), write.done]);
        const back = await firstSound((await readRows(db, screen)).slice(0, 1));
        if (isSameRecord(back?.row.record, record)) return;
        await db.delete('generations', key(screen, slot));
        throw new Error('what was read back is not what was written');
      }),

    findText: (screen, revision) =>
      inTime('look for a stored snapshot', async (db) => {
        const rows = await readRows(db, screen);
        return rows.find(({ record }) => record.document.includes(revision))?.record.text;
      }),

    readFact: (name) => inTime(`read ${name}`, (db) => db.get('facts', name)),

    saveFact: (name, value) =>
      inTime(`store ${name}`, async (db) => {
        await db.put('facts', value, name);
      }),

    factKeys: (prefix) =>
      inTime('list what is stored', (db) =>
        db.getAllKeys('facts', IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
      ),

    forget: (screen, facts) =>
      inTime('delete what is stored', async (db) => {
        const write = db.transaction(['generations', 'facts'], 'readwrite', {
          durability: 'strict',
        });
        await Promise.all([
          ...SLOTS.map((slot) => write.objectStore('generations').delete(key(screen, slot))),
          ...facts.map((name) => write.objectStore('facts').delete(name)),
          write.done,
        ]);
      }),
  };
}

function key(screen: string, slot: Row['slot']): string {
  return `${screen}/${slot}`;
}
