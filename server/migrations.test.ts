import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type Database from 'libsql';
import { expect, test } from 'vitest';

import { migrate } from './migrations.ts';
import { openDatabase } from './open-database.ts';

const FIRST = `CREATE TABLE endpoint (only INTEGER PRIMARY KEY, epoch INTEGER NOT NULL) STRICT;
  CREATE TABLE halls (name TEXT NOT NULL) STRICT;
  INSERT INTO halls VALUES ('north');`;
const SECOND = `CREATE TABLE halls_2 (name TEXT NOT NULL, floor INTEGER NOT NULL) STRICT;
  INSERT INTO halls_2 SELECT name, 0 FROM halls;
  DROP TABLE halls;
  ALTER TABLE halls_2 RENAME TO halls;`;

// Each fails after it has changed something.
test.each([
  [`${SECOND} INSERT INTO halls VALUES ('south', NULL);`, /NOT NULL constraint failed/],
  [`${SECOND} SELECT * FROM nowhere;`, /no such table: nowhere/],
  [`DELETE FROM halls; ${SECOND} CREATE TABLE halls (name TEXT);`, /already exists/],
])('a step that fails in its middle leaves the form before: %s', (failing, reason) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'riwaq-')), 'riwaq.db');
  const database = openDatabase(file);
  migrate(database, file, 1000, [FIRST]);
  const before = contentsOf(database);

  const update = () => migrate(database, file, 2000, [FIRST, failing]);
  expect(update).toThrow(reason);
  expect(update).toThrow(`Cannot bring database ${file} to form 2`);
  expect(update).toThrow('start the version of Riwaq that ran before');
  expect(contentsOf(database)).toEqual(before);

  // The version before finds nothing to do, and one that is mended goes on from there.
  migrate(database, file, 3000, [FIRST]);
  expect(contentsOf(database)).toEqual(before);
  migrate(database, file, 4000, [FIRST, SECOND]);
  expect(database.prepare('SELECT * FROM halls').all([])).toMatchObject([
    { name: 'north', floor: 0 },
  ]);
  database.close();
});

function contentsOf(database: Database.Database): readonly unknown[] {
  return ['sqlite_schema', 'migrations', 'endpoint', 'halls'].map((table) =>
    database.prepare(`SELECT * FROM ${table}`).all([]),
  );
}
