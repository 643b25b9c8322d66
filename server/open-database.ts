import Database from 'libsql';

/** The SQLite database at `path`, whose commits survive a power cut. */
export function openDatabase(path: string): Database.Database {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  // In WAL mode anything less would lose the last publications when the power goes.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  return database;
}
