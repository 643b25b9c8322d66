import type Database from 'libsql';

/**
 * What `work` returns, with all that it writes committed; or nothing of it, when it throws. libsql's
 * own `transaction` hides why a write has failed: when SQLite has rolled back by itself, as on a full
 * disk, it fails for rolling back once more.
 */
export function inTransaction<Result>(database: Database.Database, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
