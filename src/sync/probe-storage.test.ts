import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';

import { probeStorage } from './probe-storage.ts';

afterEach(() => void vi.restoreAllMocks());

test('what is written is there after the database was closed, and nothing of it stays', async () => {
  await expect(probeStorage('a text')).resolves.toBe(true);
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain('riwaq-self-test');
});

test('what an earlier test has left does not pass for what was written', async () => {
  const left = await openDB('riwaq-self-test', 1, {
    upgrade: (db) => void db.createObjectStore('texts'),
  });
  await left.put('texts', 'a text', 'one');
  left.close();
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(probeStorage('a text')).rejects.toThrow('full');
  await deleteDB('riwaq-self-test');
});

// fault:S14 A browser that forgets everything when it is closed
// hallway: the wall
// technician: the storage test of the check before leaving fails
test('a browser that forgets on closing is noticed', async () => {
  const open = indexedDB.open.bind(indexedDB);
  let opened = 0;
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    opened++;
    return open(opened === 1 ? `${name}-elsewhere` : name, version);
  });
  await expect(probeStorage('a text')).resolves.toBe(false);
});
