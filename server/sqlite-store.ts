import type Database from 'libsql';
import * as v from 'valibot';

import { inTransaction } from './in-transaction.ts';
import { migrate } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { revisionOf } from './revision.ts';
import { ChosenSettings } from './screen-settings.ts';
import type {
  Change,
  Publication,
  Store,
  StoredDocument,
  StoredPointer,
  StoredSchool,
  StoredScreen,
  StoredSnapshot,
} from './store.ts';
import { PUBLICATION_KINDS } from './store.ts';

// libsql gives a Buffer for one row and an ArrayBuffer for several.
const blob = v.pipe(
  v.union([v.instance(ArrayBuffer), v.instance(Uint8Array)]),
  v.transform((bytes) => new Uint8Array(bytes)),
);
const PointerColumns = v.object({
  revision: v.string(),
  count: v.number(),
  published_at: v.number(),
  document: v.string(),
});
const UnpublishedRow = v.object({ id: v.string(), salt: v.string(), revision: v.null() });
const SchoolRow = v.object({ id: v.string(), salt: v.string(), ...PointerColumns.entries });
const PublicationRow = v.object({
  ...PointerColumns.entries,
  kind: v.picklist(PUBLICATION_KINDS),
});
const SnapshotRow = v.object({
  revision: v.string(),
  name: v.string(),
  identity: blob,
  gzip: blob,
  br: blob,
  checksum: v.string(),
});
const DocumentRow = v.object({ name: v.string(), bytes: blob });
const ScreenRow = v.object({
  ordinal: v.number(),
  id: v.string(),
  school: v.string(),
  token_hash: v.nullable(v.string()),
  settings: v.pipe(v.string(), v.parseJson(), ChosenSettings),
  added_at: v.number(),
  removed_at: v.nullable(v.number()),
});
const EndpointRow = v.object({ epoch: v.number() });

/**
 * The store in the SQLite file at `path`, made at `instant` if it is not there. Throws when the
 * file cannot be opened or brought to this form, or a newer Riwaq has written it.
 */
export function openSqliteStore(path: string, instant: number): Store {
  const database = openDatabase(path);
  migrate(database, path, instant);

  return {
    epoch: v.parse(EndpointRow, database.prepare('SELECT epoch FROM endpoint').get([])).epoch,

    async saveEpoch(epoch) {
      database.prepare('UPDATE endpoint SET epoch = ?').run([epoch]);
    },

    async readSchools() {
      return database.prepare('SELECT * FROM schools ORDER BY id').all([]).map(schoolIn);
    },

    async saveSchool(id, salt) {
      database.prepare('INSERT OR IGNORE INTO schools (id, salt) VALUES (?, ?)').run([id, salt]);
      return schoolIn(database.prepare('SELECT * FROM schools WHERE id = ?').get([id]));
    },

    async readSnapshot(revision) {
      const row = database.prepare('SELECT * FROM snapshots WHERE revision = ?').get([revision]);
      // Bytes of the wrong kind are damage as well.
      const { success, output } = v.safeParse(SnapshotRow, row);
      if (!success || revisionOf(output.identity) !== revision) return undefined;
      const { checksum, ...snapshot } = output;
      return checksum === checksumOf(snapshot) ? snapshot : undefined;
    },

    async readDocument(name) {
      const row = database.prepare('SELECT * FROM documents WHERE name = ?').get([name]);
      const { success, output } = v.safeParse(DocumentRow, row);
      return success && revisionOf(output.bytes) === name ? output.bytes : undefined;
    },

    async readHistory(school) {
      return database
        .prepare('SELECT * FROM publications WHERE school = ? ORDER BY count DESC')
        .all([school])
        .map(publicationIn);
    },

    async publish(change) {
      return inTransaction(database, () => publishIn(database, change));
    },

    async saveDocument(school, document) {
      inTransaction(database, () => {
        saveDocumentIn(database, document);
        database
          .prepare('UPDATE schools SET document = ? WHERE id = ?')
          .run([document.name, school]);
      });
    },

    async readScreens() {
      return database.prepare('SELECT * FROM screens ORDER BY ordinal').all([]).map(screenIn);
    },

    async addScreen({ id, school, tokenHash, addedAt, ...settings }) {
      database
        .prepare(
          'INSERT INTO screens (id, school, token_hash, settings, added_at) VALUES (?, ?, ?, ?, ?)',
        )
        .run([id, school, tokenHash ?? null, JSON.stringify(settings), addedAt]);
      return screenIn(database.prepare('SELECT * FROM screens WHERE id = ?').get([id]));
    },

    async removeScreen(id, instant) {
      database
        .prepare('UPDATE screens SET removed_at = ? WHERE id = ? AND removed_at IS NULL')
        .run([instant, id]);
    },

    async saveScreenToken(id, tokenHash) {
      database
        .prepare('UPDATE screens SET token_hash = ? WHERE id = ?')
        .run([tokenHash ?? null, id]);
    },

    async isReady() {
      try {
        return database.prepare('SELECT 1 FROM endpoint').get([]) !== undefined;
      } catch {
        // Closed, or the disk is gone: either way the answer is no.
        return false;
      }
    },

    async close() {
      database.close();
    },
  };
}

function publishIn(database: Database.Database, change: Change): boolean {
  const { school, expected, publication, snapshot, document } = change;
  const current = database
    .prepare('SELECT 1 FROM schools WHERE id = ? AND count = ?')
    .get([school, expected ?? 0]);
  if (current === undefined) return false;
  if (snapshot) saveSnapshotIn(database, snapshot);
  if (document) saveDocumentIn(database, document);
  const { count, kind, revision, publishedAt } = publication;
  database
    .prepare(
      `UPDATE schools SET revision = ?, count = ?, published_at = ?, document = ? WHERE id = ?`,
    )
    .run([revision, count, publishedAt, publication.document, school]);
  database
    .prepare(
      `INSERT INTO publications (school, count, kind, revision, document, published_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run([school, count, kind, revision, publication.document, publishedAt]);
  return true;
}

// What is stored under a name already is replaced, not kept: it may be damaged.
function saveSnapshotIn(database: Database.Database, snapshot: StoredSnapshot): void {
  const { revision, name, identity, gzip, br } = snapshot;
  database
    .prepare(
      `INSERT INTO snapshots (revision, name, identity, gzip, br, checksum)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (revision) DO UPDATE SET name = excluded.name, identity = excluded.identity,
         gzip = excluded.gzip, br = excluded.br, checksum = excluded.checksum`,
    )
    .run([revision, name, identity, gzip, br, checksumOf(snapshot)]);
}

function saveDocumentIn(database: Database.Database, { name, bytes }: StoredDocument): void {
  database
    .prepare(
      `INSERT INTO documents (name, bytes) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes`,
    )
    .run([name, bytes]);
}

/** The revision vouches for the plain bytes only; this, for the two that are sent instead. */
function checksumOf({ gzip, br }: Pick<StoredSnapshot, 'gzip' | 'br'>): string {
  return `${revisionOf(gzip)}.${revisionOf(br)}`;
}

function schoolIn(row: unknown): StoredSchool {
  const school = v.parse(v.union([UnpublishedRow, SchoolRow]), row);
  const { id, salt } = school;
  return school.revision === null ? { id, salt } : { id, salt, pointer: pointerIn(school) };
}

function publicationIn(row: unknown): Publication {
  const publication = v.parse(PublicationRow, row);
  return { ...pointerIn(publication), kind: publication.kind };
}

function pointerIn(row: v.InferOutput<typeof PointerColumns>): StoredPointer {
  const { revision, count, published_at: publishedAt, document } = row;
  return { revision, count, publishedAt, document };
}

function screenIn(row: unknown): StoredScreen {
  const { ordinal, id, school, token_hash, settings, added_at, removed_at } = v.parse(
    ScreenRow,
    row,
  );
  return {
    ordinal,
    id,
    school,
    ...(token_hash !== null && { tokenHash: token_hash }),
    addedAt: added_at,
    ...(removed_at !== null && { removedAt: removed_at }),
    ...settings,
  };
}
