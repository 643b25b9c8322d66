import 'fake-indexeddb/auto';
import { IDBFactory, IDBOpenDBRequest } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { makeRecord } from './record.fixture.ts';
import { subtleRevisionOf } from './revision.ts';
import { snapshotDb, type SnapshotDb } from './snapshot-db.ts';

let db: SnapshotDb;
let reported: string[];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  reported = [];
  db = snapshotDb({
    report: (what) => void reported.push(what),
    revisionOf: subtleRevisionOf,
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function generationOf(one: SnapshotDb = db) {
  return (await one.readRecord('hall'))?.document.snapshot?.generation;
}

/** Changes what lies in a slot, as a failing disk does. */
async function damage(slot: 'a' | 'b', change: (text: string) => unknown) {
  const raw = await openDB('riwaq');
  const row = await raw.get('generations', `hall/${slot}`);
  await raw.put(
    'generations',
    { ...row, record: { ...row.record, text: change(row.record.text) } },
    `hall/${slot}`,
  );
  raw.close();
}

test('there is nothing to read before the first save', async () => {
  expect(await db.readRecord('hall')).toBeUndefined();
});

test('the last generation saved is the one read, after a restart as well', async () => {
  for (const n of [1, 2, 3]) await db.saveRecord('hall', makeRecord(n));
  expect(await generationOf()).toBe('1.3');
  expect(await generationOf(snapshotDb({ report: () => {}, revisionOf: subtleRevisionOf }))).toBe(
    '1.3',
  );
});

test('two screens of one browser do not touch each other', async () => {
  await db.saveRecord('hall', makeRecord(1));
  expect(await db.readRecord('stairs')).toBeUndefined();
});

// fault:S05 The newest stored generation is cut short, changed or gone
// hallway: the one before it
// technician: nothing to do
test.each<[string, (text: string) => unknown]>([
  ['cut short', (text) => text.slice(0, -100)],
  ['changed in one letter', (text) => text.replace('Fixture', 'Mixture')],
  ['missing', () => undefined],
  ['of another kind', () => 5],
])('a newest generation that is %s leaves the one before it', async (_, change) => {
  await db.saveRecord('hall', makeRecord(1));
  await db.saveRecord('hall', makeRecord(2));
  await damage('b', change);
  expect(await generationOf()).toBe('1.1');
});

test('a damaged slot is the one that is written next', async () => {
  await db.saveRecord('hall', makeRecord(1));
  await db.saveRecord('hall', makeRecord(2));
  await damage('b', (text) => text.slice(1));
  await db.saveRecord('hall', makeRecord(3));
  await damage('b', (text) => text.slice(1));
  expect(await generationOf()).toBe('1.1');
});

// fault:S06 A write is said to be done and is not
// hallway: no change; what was stored stays
// technician: “what was read back is not what was written” as the trouble of storage
test('a write that does not arrive is noticed, and what was there stays', async () => {
  await db.saveRecord('hall', makeRecord(1));
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  put.mockImplementation(function (this: IDBObjectStore, value, key) {
    put.mockRestore();
    return this.put({ ...value, record: { ...value.record, text: 'half' } }, key);
  });
  await expect(db.saveRecord('hall', makeRecord(2))).rejects.toThrow('read back');
  vi.restoreAllMocks();
  expect(await generationOf()).toBe('1.1');
});

// fault:S07 Writing fails again and again
// hallway: no change; the wall lives on what is in memory
// technician: “Storage was deleted after three failures”
test('a full disk leaves what was there; after three failures storage begins anew', async () => {
  await db.saveRecord('hall', makeRecord(1));
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(db.saveRecord('hall', makeRecord(2))).rejects.toThrow('full');
  expect(await generationOf()).toBe('1.1');
  for (const n of [2, 3, 4]) {
    await expect(db.saveRecord('hall', makeRecord(n))).rejects.toThrow('full');
  }
  expect(reported).toContain('Storage was deleted after three failures');
  vi.restoreAllMocks();
  expect(await generationOf()).toBeUndefined();
  await db.saveRecord('hall', makeRecord(5));
  expect(await generationOf()).toBe('1.5');
});

// fault:S08 Opening the database hangs
// hallway: no change
// technician: “within 5 s” as the trouble of storage
test('storage that hangs is given up after five seconds', async () => {
  vi.useFakeTimers();
  vi.spyOn(indexedDB, 'open').mockImplementation(() => new IDBOpenDBRequest());
  const reading = expect(db.readRecord('hall')).rejects.toThrow('within 5 s');
  await vi.advanceTimersByTimeAsync(5_000);
  await reading;
});

test('of many operations one waits for storage that hangs, and all work when it goes on', async () => {
  await db.saveRecord('hall', makeRecord(1));
  const other = await openDB('riwaq', 1);
  const write = other.transaction('generations', 'readwrite');
  const held = new AbortController();
  const holding = (async () => {
    while (!held.signal.aborted) await write.store.count();
  })();
  const began = performance.now();
  for (let operation = 0; operation < 4; operation++) {
    await expect(db.saveRecord('hall', makeRecord(2))).rejects.toThrow(/5 s|hangs/);
  }
  expect(performance.now() - began).toBeLessThan(7_000);
  held.abort();
  await holding;
  other.close();
  await write.done;
  await vi.waitFor(() => db.saveRecord('hall', makeRecord(3)));
  expect(await generationOf()).toBe('1.3');
}, 20_000);

// fault:S09 Another page of the browser deletes the database
// hallway: no change
// technician: nothing to do: it is opened anew
test('a database that another page deletes is opened anew', async () => {
  await db.saveRecord('hall', makeRecord(1));
  const deleted = indexedDB.deleteDatabase('riwaq');
  await new Promise((resolve) => (deleted.onsuccess = resolve));
  expect(await generationOf()).toBeUndefined();
  await db.saveRecord('hall', makeRecord(2));
  expect(await generationOf()).toBe('1.2');
});

test('the text of a revision is found in either slot', async () => {
  await db.saveRecord('hall', makeRecord(1));
  await db.saveRecord('hall', makeRecord(2));
  const revision = (await db.readRecord('hall'))?.document.snapshot?.revision ?? '';
  await db.saveRecord('hall', makeRecord(3));
  expect(await db.findText('hall', revision)).toBe(makeRecord(2).text);
  expect(await db.findText('hall', 'nothing')).toBeUndefined();
});

test('facts are kept by name, and forgotten with their screen', async () => {
  await db.saveFact('credential/hall', { token: 1 });
  await db.saveFact('clock', 2);
  await db.saveRecord('hall', makeRecord(1));
  expect(await db.factKeys('credential/')).toEqual(['credential/hall']);
  await db.forget('hall', ['credential/hall']);
  expect(await db.readFact('credential/hall')).toBeUndefined();
  expect(await db.readFact('clock')).toBe(2);
  expect(await db.readRecord('hall')).toBeUndefined();
});
