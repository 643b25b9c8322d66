import type Database from 'libsql';

import { inTransaction } from './in-transaction.ts';
import { storageTrouble } from './storage-trouble.ts';

/** Forward only: an applied migration is never edited; what must change gets a new one. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE endpoint (
     only INTEGER PRIMARY KEY CHECK (only = 1),
     epoch INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE snapshots (
     revision TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     identity BLOB NOT NULL,
     gzip BLOB NOT NULL,
     br BLOB NOT NULL,
     -- Of gzip and br; the revision is that of identity.
     checksum TEXT NOT NULL
   ) STRICT;
   CREATE TABLE documents (
     name TEXT PRIMARY KEY,
     bytes BLOB NOT NULL
   ) STRICT;
   CREATE TABLE schools (
     id TEXT PRIMARY KEY,
     salt TEXT NOT NULL,
     revision TEXT REFERENCES snapshots,
     count INTEGER NOT NULL DEFAULT 0,
     published_at INTEGER,
     document TEXT REFERENCES documents
   ) STRICT;
   CREATE TABLE publications (
     school TEXT NOT NULL REFERENCES schools,
     count INTEGER NOT NULL,
     kind TEXT NOT NULL,
     revision TEXT NOT NULL REFERENCES snapshots,
     document TEXT NOT NULL REFERENCES documents,
     published_at INTEGER NOT NULL,
     PRIMARY KEY (school, count)
   ) STRICT;
   CREATE TABLE screens (
     -- AUTOINCREMENT: the ordinal of a removed screen is never given again.
     ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     school TEXT NOT NULL REFERENCES schools,
     token_hash TEXT NOT NULL UNIQUE,
     settings TEXT NOT NULL,
     added_at INTEGER NOT NULL,
     removed_at INTEGER
   ) STRICT;`,
  // A screen may be without a TV: its token is NULL then. SQLite cannot drop a NOT NULL otherwise.
  `CREATE TABLE screens_2 (
     ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     school TEXT NOT NULL REFERENCES schools,
     token_hash TEXT UNIQUE,
     settings TEXT NOT NULL,
     added_at INTEGER NOT NULL,
     removed_at INTEGER
   ) STRICT;
   INSERT INTO screens_2 SELECT * FROM screens;
   DROP TABLE screens;
   ALTER TABLE screens_2 RENAME TO screens;`,
];

/**
 * Brings the database in the file at `path` to the newest form, each step in a transaction of its
 * own; a database made now gets `instant` as its epoch. Throws when a newer Riwaq has written it, and
 * when a step fails: the database then is in the form before it, as a Riwaq of that form needs it.
 */
export function migrate(
  database: Database.Database,
  path: string,
  instant: number,
  migrations: readonly string[] = MIGRATIONS,
): void {
  database.exec(
    `CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT`,
  );
  const applied = database.prepare('SELECT number FROM migrations').all([]).length;
  if (applied > migrations.length) {
    throw new Error(`Cannot open database ${path}: a newer version of Riwaq has written it`);
  }
  migrations.slice(applied).forEach((sql, index) => {
    const number = applied + index + 1;
    try {
      inTransaction(database, () => {
        database.exec(sql);
        database.prepare('INSERT INTO migrations VALUES (?, ?)').run([number, instant]);
      });
    } catch (error) {
      throw new Error(failureOf(error, path, number), { cause: error });
    }
  });
  database.prepare('INSERT OR IGNORE INTO endpoint VALUES (1, ?)').run([instant]);
}

function failureOf(error: unknown, path: string, number: number): string {
  const reason = error instanceof Error ? (storageTrouble(error)?.text ?? error.message) : '';
  return (
    `Cannot bring database ${path} to form ${number}. ${reason}. It is still in form ${number - 1}: ` +
    'start the version of Riwaq that ran before, and keep a copy of the file'
  );
}
