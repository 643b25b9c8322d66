import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import Database from 'libsql';
import { expect, test } from 'vitest';

import { openDatabase } from './open-database.ts';
import { revisionOf } from './revision.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { testStore } from './store-suite.ts';

testStore('SQLite', async (epoch) => {
  const file = makeFile();
  return {
    store: openSqliteStore(file, epoch),
    reopen: async () => openSqliteStore(file, epoch + 1),
  };
});

test('what is committed survives a power cut', () => {
  const database = openDatabase(makeFile());
  expect(database.pragma('journal_mode')).toMatchObject([{ journal_mode: 'wal' }]);
  expect(database.pragma('synchronous')).toMatchObject([{ synchronous: 2 }]);
});

// fault:P08 An older Riwaq is started on a newer database
// hallway: no change
// technician: it does not start, and says why
test('a database that a newer Riwaq has written is refused', async () => {
  const file = makeFile();
  await openSqliteStore(file, 1000).close();
  const database = new Database(file);
  database.prepare('INSERT INTO migrations VALUES (?, ?)').run([99, 0]);
  database.close();
  expect(() => openSqliteStore(file, 1000)).toThrow(/newer version of Riwaq/);
});

test('the screens of a database of the first form keep number and token', async () => {
  const file = makeFile();
  const store = openSqliteStore(file, 1000);
  await store.saveSchool('alfarabi', 'salt');
  await store.close();
  const database = new Database(file);
  database.exec(
    `DROP TABLE screens;
     CREATE TABLE screens (
       ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
       id TEXT NOT NULL UNIQUE,
       school TEXT NOT NULL REFERENCES schools,
       token_hash TEXT NOT NULL UNIQUE,
       settings TEXT NOT NULL,
       added_at INTEGER NOT NULL,
       removed_at INTEGER
     ) STRICT;
     INSERT INTO screens VALUES (3, 's3', 'alfarabi', 'h3', '{"name":"Hall"}', 5, NULL);
     INSERT INTO screens VALUES (7, 's7', 'alfarabi', 'h7', '{"name":"Gym","wing":"x"}', 6, 9);
     DELETE FROM migrations WHERE number > 1;`,
  );
  database.close();
  const after = openSqliteStore(file, 2000);
  const hall = { ordinal: 3, id: 's3', school: 'alfarabi', tokenHash: 'h3', addedAt: 5 };
  const gym = { ordinal: 7, id: 's7', school: 'alfarabi', tokenHash: 'h7', addedAt: 6 };
  expect(await after.readScreens()).toEqual([
    { ...hall, name: 'Hall' },
    { ...gym, name: 'Gym', wing: 'x', removedAt: 9 },
  ]);
  await after.saveScreenToken('s3', undefined);
  const added = await after.addScreen({ ...hall, id: 's8', name: 'Stairs' });
  expect(added.ordinal).toBe(8);
});

// fault:P27 Any stored bytes are changed on disk
// hallway: never a damaged timetable
// technician: they are as good as lost: P03, P04
test.each([
  ['snapshots', 'identity', (bytes: Uint8Array) => bytes.fill(0, 0, 1)],
  ['snapshots', 'gzip', (bytes: Uint8Array) => bytes.subarray(1)],
  ['snapshots', 'br', (bytes: Uint8Array) => bytes.subarray(1)],
  ['documents', 'bytes', (bytes: Uint8Array) => bytes.subarray(1)],
])('bytes that are damaged in %s.%s are as good as lost', async (table, column, damage) => {
  const file = makeFile();
  const store = openSqliteStore(file, 1000);
  const bytes = new Uint8Array(Buffer.from('a snapshot'));
  const name = revisionOf(bytes);
  await store.saveSchool('alfarabi', 'salt');
  await store.publish({
    school: 'alfarabi',
    expected: undefined,
    publication: { revision: name, document: name, count: 1, publishedAt: 1, kind: 'publish' },
    snapshot: { revision: name, name: 'Al-Farabi', identity: bytes, gzip: bytes, br: bytes },
    document: { name, bytes },
  });
  expect(await store.readSnapshot(name)).toBeDefined();
  expect(await store.readDocument(name)).toBeDefined();
  new Database(file)
    .prepare(`UPDATE ${table} SET ${column} = ?`)
    .run([damage(new Uint8Array(bytes))]);
  const isSnapshot = table === 'snapshots';
  expect((await store.readSnapshot(name)) === undefined).toBe(isSnapshot);
  expect((await store.readDocument(name)) === undefined).toBe(!isSnapshot);
});

function makeFile(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'riwaq-')), 'riwaq.db');
}
