import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';

import { CREDENTIAL, makeRecord } from './record.fixture.ts';
import { subtleRevisionOf } from './revision.ts';
import { screenStore } from './screen-store.ts';
import { localTexts, type KeyValues } from './second-copy.ts';
import { snapshotDb } from './snapshot-db.ts';

const DEPS = { report: () => {}, revisionOf: subtleRevisionOf };

let values: Map<string, string>;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  values = new Map();
});

const keyValues: KeyValues = {
  getItem: (key) => values.get(key) ?? null,
  setItem: (key, value) => void values.set(key, value),
  removeItem: (key) => void values.delete(key),
};

function broken(): never {
  throw new DOMException('no', 'SecurityError');
}

/** A store as a page that has just been started has it. */
function startedStore(own: KeyValues = keyValues) {
  return screenStore(snapshotDb(DEPS), localTexts(own), DEPS);
}

/** The database opens empty, without any error, as a damaged one does. */
function emptyDatabase() {
  globalThis.indexedDB = new IDBFactory();
}

const generationOf = async (store: ReturnType<typeof startedStore>) =>
  (await store.readRecord('hall'))?.document.snapshot?.generation;

test('a device keeps its offset from true time when its database is emptied', async () => {
  const clock = { offset: -2_400_000, highest: 42, losesTime: false };
  await startedStore().saveClock(clock);
  emptyDatabase();
  expect(await startedStore().readClock()).toEqual(clock);
});

test('the second copy of the clock is written when it is off, and not with every answer', async () => {
  const written: string[] = [];
  const noting = {
    ...keyValues,
    setItem: (key: string, text: string) => {
      written.push(key);
      keyValues.setItem(key, text);
    },
  };
  const store = startedStore(noting);
  const clock = { offset: 500, highest: 42, losesTime: false };
  await store.saveClock(clock);
  await store.saveClock({ ...clock, offset: 700, highest: 60_042 });
  expect(written).toHaveLength(1);
  await store.saveClock({ ...clock, offset: 3_700 });
  await store.saveClock({ ...clock, offset: 3_700, losesTime: true });
  expect(written).toHaveLength(3);
  emptyDatabase();
  values.set('riwaq//clock', '{"offset":');
  expect(await startedStore().readClock()).toBeUndefined();
});

/** What is remembered by a screen that has asked once. */
const waitingFor = (nextAt: number) => ({
  refresh: { nextAt, askedAt: 1, failures: 0, missed: 0 },
  report: { refused: 0 },
});

test('what a screen remembers counts, not what a disk that loses its writes still has of it', async () => {
  const store = startedStore();
  await store.saveRemembered('hall', waitingFor(2));
  await snapshotDb(DEPS).saveFact('polling/hall', waitingFor(1));
  expect((await store.readRemembered('hall')).refresh?.nextAt).toBe(2);
});

test('a database that is emptied is filled again from memory', async () => {
  const store = startedStore();
  await store.saveRecord(CREDENTIAL, makeRecord(1));
  const raw = snapshotDb(DEPS);
  await raw.forget('hall', []);
  expect(await generationOf(store)).toBe('1.1');
  expect((await raw.readRecord('hall'))?.record).toEqual(makeRecord(1));
});

test('what is known of the clock is filled in again with it', async () => {
  const store = startedStore();
  const clock = { offset: -24_000, highest: 42, losesTime: false };
  await store.saveRecord(CREDENTIAL, makeRecord(1));
  await store.saveClock(clock);
  await snapshotDb(DEPS).forget('hall', ['clock']);
  values.clear();
  await store.readRecord('hall');
  expect(await startedStore().readClock()).toEqual(clock);
});

test('after a restart an emptied database is filled again from the second copy', async () => {
  await startedStore().saveRecord(CREDENTIAL, makeRecord(1), 42);
  emptyDatabase();
  const store = startedStore();
  expect(await generationOf(store)).toBe('1.1');
  expect(await store.readCredential('hall')).toEqual(CREDENTIAL);
  expect((await store.readRemembered('hall')).refresh?.confirmedAt).toBe(42);
  values.clear();
  expect(await generationOf(startedStore())).toBe('1.1');
  expect(await startedStore().readCredential('hall')).toEqual(CREDENTIAL);
});

test('a new secret replaces the old one beside both copies, and leaves the timetable', async () => {
  const store = startedStore();
  await store.saveRecord(CREDENTIAL, makeRecord(1));
  await store.saveCredential({ ...CREDENTIAL, token: 'another-token-of-22-letters' });
  emptyDatabase();
  const restarted = startedStore();
  expect((await restarted.readCredential('hall'))?.token).toBe('another-token-of-22-letters');
  expect(await generationOf(restarted)).toBe('1.1');
});

// fault:S11 The second copy is damaged as well
// hallway: the waiting screen, never a damaged timetable
// technician: nothing to do: the next slot brings it
test('the second copy is verified like any other', async () => {
  await startedStore().saveRecord(CREDENTIAL, makeRecord(1));
  emptyDatabase();
  const copy = values.get('riwaq/hall') ?? '';
  values.set('riwaq/hall', copy.replace('Fixture', 'Mixture'));
  expect(await generationOf(startedStore())).toBeUndefined();
});

// fault:S12 Database and second copy both refuse
// hallway: no change
// technician: the count of refused answers goes on in memory
test('a screen that can store nothing keeps what it has in memory', async () => {
  indexedDB.open = () => {
    throw new DOMException('no', 'UnknownError');
  };
  const store = startedStore({ getItem: broken, setItem: broken, removeItem: broken });
  await store.saveCredential(CREDENTIAL);
  await store.saveRecord(CREDENTIAL, makeRecord(1));
  await store.saveRemembered('hall', { report: { refused: 3 } });
  expect(await generationOf(store)).toBe('1.1');
  expect((await store.readRemembered('hall')).report.refused).toBe(3);
});

// fault:S13 The note of which screen this device is goes with the database
// hallway: its own wall, not the pairing screen
// technician: nothing to do
test('the screen opened last is found again, even in an emptied database', async () => {
  await startedStore().saveLast('hall');
  expect(await startedStore().readLast()).toBe('hall');
  emptyDatabase();
  expect(await startedStore().readLast()).toBe('hall');
});

test('a screen that is forgotten is forgotten everywhere', async () => {
  const store = startedStore();
  await store.saveCredential(CREDENTIAL);
  await store.saveRecord(CREDENTIAL, makeRecord(1));
  expect(await store.screens()).toEqual(['hall']);
  await store.forget('hall');
  for (const one of [store, startedStore()]) {
    expect(await one.readCredential('hall')).toBeUndefined();
    expect(await generationOf(one)).toBeUndefined();
    expect(await one.screens()).toEqual([]);
  }
});
