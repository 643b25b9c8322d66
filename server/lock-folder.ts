import path from 'node:path';

import Database from 'libsql';

/**
 * Makes this process the only server of a data folder until it calls what is returned or ends,
 * however it ends. Throws when another one has it.
 *
 * An open transaction of SQLite is a lock that every platform lets go of with the process; a file
 * with a process id would outlive a power cut.
 */
export function lockFolder(folder: string): () => void {
  const database = new Database(path.join(folder, 'riwaq.lock'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    throw new Error(`Cannot open ${folder}: another riwaq serve is using it`, { cause: error });
  }
  return () => void database.close();
}
