import { brotliCompressSync, gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { revisionOf } from './revision.ts';
import type { Change, PublicationKind, Store, StoredDocument, StoredSnapshot } from './store.ts';

export type StoreUnderTest = {
  /** Opens the store again after closing it, as a restart does. */
  readonly reopen: () => Promise<Store>;
  readonly store: Store;
};

/** What every store must do. `open` makes an empty one of the given epoch. */
export function testStore(name: string, open: (epoch: number) => Promise<StoreUnderTest>): void {
  test(`${name}: a new database is empty and remembers when it was made`, async () => {
    const { store, reopen } = await open(1000);
    expect(store.epoch).toBe(1000);
    expect(await store.readSchools()).toEqual([]);
    expect(await store.readScreens()).toEqual([]);
    expect(await store.isReady()).toBe(true);
    await store.close();
    expect(await store.isReady()).toBe(false);
    expect((await reopen()).epoch).toBe(1000);
  });

  test(`${name}: the epoch that was saved is that of the next start`, async () => {
    const { store, reopen } = await open(1000);
    await store.saveEpoch(5000);
    await store.close();
    expect((await reopen()).epoch).toBe(5000);
  });

  test(`${name}: a school keeps its first salt`, async () => {
    const { store } = await open(1000);
    expect(await store.saveSchool('alfarabi', 'salt-1')).toEqual({
      id: 'alfarabi',
      salt: 'salt-1',
    });
    expect((await store.saveSchool('alfarabi', 'salt-2')).salt).toBe('salt-1');
    expect(await store.readSchools()).toEqual([{ id: 'alfarabi', salt: 'salt-1' }]);
  });

  test(`${name}: what was published is there after a restart, byte for byte`, async () => {
    const { store, reopen } = await open(1000);
    await store.saveSchool('alfarabi', 'salt');
    const change = makeChange('one', undefined, 1);
    expect(await store.publish(change)).toBe(true);
    await store.close();
    const again = await reopen();
    const { kind: _, ...pointer } = change.publication;
    expect(await again.readSchools()).toEqual([{ id: 'alfarabi', salt: 'salt', pointer }]);
    const { revision, document } = change.publication;
    expect(await again.readSnapshot(revision)).toEqual(makeSnapshot('one'));
    expect(await again.readDocument(document)).toEqual(makeDocument('one').bytes);
    expect(await again.readHistory('alfarabi')).toEqual([change.publication]);
  });

  test(`${name}: of two publications made for the same pointer, one is refused whole`, async () => {
    const { store } = await open(1000);
    await store.saveSchool('alfarabi', 'salt');
    const changes = [makeChange('one', undefined, 1), makeChange('two', undefined, 1)];
    const published = await Promise.all(changes.map((change) => store.publish(change)));
    expect(published.filter(Boolean)).toHaveLength(1);
    const refused = changes[published.indexOf(false)];
    expect(await store.readSnapshot(refused?.publication.revision ?? '')).toBeUndefined();
    expect(await store.readHistory('alfarabi')).toHaveLength(1);
    const [school] = await store.readSchools();
    expect(school?.pointer?.revision).toBe(changes[published.indexOf(true)]?.publication.revision);
  });

  test(`${name}: a school that was never saved publishes nothing`, async () => {
    const { store } = await open(1000);
    expect(await store.publish(makeChange('one', undefined, 1))).toBe(false);
    expect(await store.readSchools()).toEqual([]);
  });

  test(`${name}: a rollback moves the pointer and is written in the history`, async () => {
    const { store } = await open(1000);
    await store.saveSchool('alfarabi', 'salt');
    const first = makeChange('one', undefined, 1);
    const { snapshot: _, document: __, ...rollback } = makeChange('one', 2, 3, 'rollback');
    for (const change of [first, makeChange('two', 1, 2), rollback]) {
      expect(await store.publish(change)).toBe(true);
    }
    const [school] = await store.readSchools();
    expect(school?.pointer).toMatchObject({ revision: first.publication.revision, count: 3 });
    expect((await store.readHistory('alfarabi')).map(({ kind }) => kind)).toEqual([
      'rollback',
      'publish',
      'publish',
    ]);
  });

  test(`${name}: a document that changes nothing on the wall is kept all the same`, async () => {
    const { store } = await open(1000);
    await store.saveSchool('alfarabi', 'salt');
    const change = makeChange('one', undefined, 1);
    await store.publish(change);
    await store.saveDocument('alfarabi', makeDocument('one, spaced'));
    const { kind: _, ...pointer } = change.publication;
    const document = makeDocument('one, spaced').name;
    expect((await store.readSchools())[0]?.pointer).toEqual({ ...pointer, document });
    expect(await store.readDocument(document)).toEqual(makeDocument('one, spaced').bytes);
    expect(await store.readHistory('alfarabi')).toEqual([change.publication]);
  });

  test(`${name}: screens are numbered in order and a number is never given twice`, async () => {
    const { store, reopen } = await open(1000);
    await store.saveSchool('alfarabi', 'salt');
    const hall = { id: 's1', school: 'alfarabi', name: 'Hall', tokenHash: 'h1', addedAt: 1 };
    const stairs = {
      id: 's2',
      school: 'alfarabi',
      name: 'Stairs',
      tokenHash: 'h2',
      addedAt: 2,
      classes: ['1/3'],
      wing: 'north',
      density: 'far' as const,
      safeArea: 6.5,
      theme: 'dark' as const,
      language: 'en',
      chime: 'bells' as const,
    };
    expect(await store.addScreen(hall)).toEqual({ ...hall, ordinal: 1 });
    expect(await store.addScreen(stairs)).toEqual({ ...stairs, ordinal: 2 });
    await store.removeScreen('s2', 50);
    await store.removeScreen('s2', 60);
    await store.close();
    const again = await reopen();
    expect((await again.addScreen({ ...hall, id: 's3', tokenHash: 'h3' })).ordinal).toBe(3);
    expect(await again.readScreens()).toEqual([
      { ...hall, ordinal: 1 },
      { ...stairs, ordinal: 2, removedAt: 50 },
      { ...hall, id: 's3', tokenHash: 'h3', ordinal: 3 },
    ]);
  });

  test(`${name}: a screen changes its token and loses it, and keeps everything else`, async () => {
    const { store, reopen } = await open(1000);
    await store.saveSchool('alfarabi', 'salt');
    const hall = { id: 's1', school: 'alfarabi', name: 'Hall', addedAt: 1 };
    const stairs = { id: 's2', school: 'alfarabi', name: 'Stairs', addedAt: 2, wing: 'north' };
    await store.addScreen({ ...hall, tokenHash: 'h1' });
    await store.addScreen({ ...stairs, tokenHash: 'h2' });
    await store.saveScreenToken('s1', 'h3');
    expect(await store.readScreens()).toEqual([
      { ...hall, ordinal: 1, tokenHash: 'h3' },
      { ...stairs, ordinal: 2, tokenHash: 'h2' },
    ]);
    await store.saveScreenToken('s1', undefined);
    await store.saveScreenToken('s2', undefined);
    await expect(store.addScreen({ ...hall, id: 's3' })).resolves.toMatchObject({ ordinal: 3 });
    await store.close();
    const again = await reopen();
    expect(await again.readScreens()).toEqual([
      { ...hall, ordinal: 1 },
      { ...stairs, ordinal: 2 },
      { ...hall, id: 's3', ordinal: 3 },
    ]);
    await again.saveScreenToken('s2', 'h4');
    expect((await again.readScreens())[1]).toEqual({ ...stairs, ordinal: 2, tokenHash: 'h4' });
  });

  test(`${name}: no two screens have the same token`, async () => {
    const { store } = await open(1000);
    await store.saveSchool('alfarabi', 'salt');
    const hall = { id: 's1', school: 'alfarabi', name: 'Hall', tokenHash: 'h1', addedAt: 1 };
    await store.addScreen(hall);
    await store.addScreen({ ...hall, id: 's2', tokenHash: 'h2' });
    await expect(store.saveScreenToken('s2', 'h1')).rejects.toThrow(/UNIQUE/i);
  });

  test(`${name}: a screen of a school that is not there is refused`, async () => {
    const { store } = await open(1000);
    const screen = { id: 's1', school: 'nowhere', name: 'Hall', tokenHash: 'h1', addedAt: 1 };
    await expect(store.addScreen(screen)).rejects.toThrow(/FOREIGN KEY/i);
  });
}

function makeSnapshot(content: string): StoredSnapshot {
  const identity = new Uint8Array(Buffer.from(content));
  return {
    revision: revisionOf(identity),
    name: 'Al-Farabi',
    identity,
    gzip: new Uint8Array(gzipSync(identity)),
    br: new Uint8Array(brotliCompressSync(identity)),
  };
}

function makeDocument(content: string): StoredDocument {
  const bytes = new Uint8Array(Buffer.from(`document of ${content}`));
  return { name: revisionOf(bytes), bytes };
}

function makeChange(
  content: string,
  expected: number | undefined,
  count: number,
  kind: PublicationKind = 'publish',
): Change & Required<Pick<Change, 'snapshot' | 'document'>> {
  const snapshot = makeSnapshot(content);
  const document = makeDocument(content);
  const { revision } = snapshot;
  const publishedAt = 2000 + count;
  const publication = { revision, count, publishedAt, document: document.name, kind };
  return { school: 'alfarabi', expected, publication, snapshot, document };
}
