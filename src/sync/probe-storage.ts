import { deleteDB, openDB } from 'idb';

import { withWatchdog } from './watchdog.ts';

const NAME = 'riwaq-self-test';
const PATIENCE_S = 10;

/**
 * Writes a text into a database of its own, closes it, opens it again and reads the text. Resolves
 * with whether it was the same; rejects when the browser refuses any of that.
 */
export function probeStorage(text: string): Promise<boolean> {
  return withWatchdog(probe(text), PATIENCE_S, 'The test of the storage');
}

async function probe(text: string): Promise<boolean> {
  await deleteDB(NAME);
  const written = await open();
  try {
    const write = written.transaction('texts', 'readwrite', { durability: 'strict' });
    await Promise.all([write.store.put(text, 'one'), write.done]);
  } finally {
    written.close();
  }
  const read = await open();
  try {
    return (await read.get('texts', 'one')) === text;
  } finally {
    read.close();
    await deleteDB(NAME);
  }
}

function open() {
  return openDB(NAME, 1, { upgrade: (db) => void db.createObjectStore('texts') });
}
