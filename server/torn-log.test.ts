import { cpSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, test } from 'vitest';

import { compress } from './compress.ts';
import { openDatabase } from './open-database.ts';
import { revisionOf } from './revision.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

/*
 * What a power cut may leave of a commit. SQLite writes it to the end of its log, piece by piece, and
 * copies it from there into the database later: so these are all states of the two files, but for
 * the moments within a piece, of which some are here.
 */

const DATABASE = 'riwaq.db';
const LOG = 'riwaq.db-wal';
const PAGE = 4096;
/** What stands before each page in the log. */
const FRAME_HEAD = 24;
const LONGEST_MS = 60_000;

// fault:P39 The power goes while the database writes, or while it tidies up later
// hallway: the old timetable or the new one, whole
// technician: nothing to do: a publish that was accepted is there
test(
  'a log that ends anywhere in a commit leaves the publication before, and a whole one the new',
  async () => {
    const { before, after } = await publishedTwice();
    const written = statSync(path.join(after, LOG)).size;
    const log = readFileSync(path.join(after, LOG));
    const already = statSync(path.join(before, LOG)).size;
    // The commit is more than one piece, or nothing is seen here.
    expect(written - already).toBeGreaterThan(5 * (PAGE + FRAME_HEAD));

    for (let frame = already; frame < written; frame += PAGE + FRAME_HEAD) {
      for (const cut of [frame, frame + PAGE / 2]) {
        const torn = folderLike(after);
        writeFileSync(path.join(torn, LOG), log.subarray(0, cut));
        await expectPublished(torn, 1);
      }
    }
    await expectPublished(folderLike(after), 2);
  },
  LONGEST_MS,
);

test(
  'a log that was copied into the database in part, or in full, leaves the new publication',
  async () => {
    const { after } = await publishedTwice();
    const tidied = folderLike(after);
    const database = openDatabase(path.join(tidied, DATABASE));
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    const old = readFileSync(path.join(after, DATABASE));
    const whole = readFileSync(path.join(tidied, DATABASE));
    expect(whole.length).toBeGreaterThan(old.length);

    for (let copied = 0; copied <= whole.length; copied += PAGE) {
      const torn = folderLike(after);
      const rest = old.subarray(Math.min(copied, old.length));
      writeFileSync(path.join(torn, DATABASE), Buffer.concat([whole.subarray(0, copied), rest]));
      await expectPublished(torn, 2);
    }
  },
  LONGEST_MS,
);

/** The data folder as it is after the first and after the second publication, with its log. */
async function publishedTwice(): Promise<{ readonly before: string; readonly after: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'riwaq-'));
  const store = openSqliteStore(path.join(folder, DATABASE), 1000);
  await store.saveSchool('alfarabi', 'salt');
  await publish(store, 1);
  const before = folderLike(folder);
  await publish(store, 2);
  const after = folderLike(folder);
  await store.close();
  return { before, after };
}

async function publish(store: Store, count: number): Promise<void> {
  const bytes = textOf(count);
  const revision = revisionOf(bytes);
  const published = { revision, document: revision, count, publishedAt: count };
  const isSaved = await store.publish({
    school: 'alfarabi',
    expected: count === 1 ? undefined : count - 1,
    publication: { ...published, kind: 'publish' },
    snapshot: { ...(await compress(bytes)), revision, name: 'Alfarabi' },
    document: { name: revision, bytes },
  });
  expect(isSaved).toBe(true);
}

/** Several pages of the database, and none of them like another. */
function textOf(count: number): Uint8Array {
  const lines = Array.from({ length: 500 }, (_, line) => `${count} ${line} ${line * line}`);
  return new TextEncoder().encode(lines.join('\n'));
}

/** The store is at a publication, all of it can be read, and the next one is taken. */
async function expectPublished(folder: string, count: number): Promise<void> {
  const store = openSqliteStore(path.join(folder, DATABASE), 2000);
  const revision = revisionOf(textOf(count));
  expect(store.epoch).toBe(1000);
  expect(await store.readSchools()).toMatchObject([{ pointer: { revision, count } }]);
  expect(await store.readHistory('alfarabi')).toHaveLength(count);
  expect((await store.readSnapshot(revision))?.identity).toEqual(textOf(count));
  expect(await store.readDocument(revision)).toEqual(textOf(count));
  await publish(store, count + 1);
  await store.close();
}

function folderLike(folder: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'riwaq-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
}
