import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import Database from 'libsql';
import { pino } from 'pino';
import { expect, test } from 'vitest';

import type { ScreenDocument } from '../src/contract/screen.ts';
import { parseScreenDocument } from '../src/contract/screen.ts';
import { parseSnapshot } from '../src/contract/snapshot.ts';
import { compress } from './compress.ts';
import { matchesEntityTag } from './entity-tag.ts';
import { loadState } from './load-state.ts';
import type { Outcome } from './publisher.ts';
import { makePublisher } from './publisher.ts';
import { revisionOf } from './revision.ts';
import { makeSchool, schoolBytes } from './school.fixture.ts';
import { addScreen } from './screen-registry.ts';
import { makeSerial } from './serial.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** 2026-11-22T22:30Z: in Riyadh it is the 23rd already. */
const LATE_EVENING = 1_795_386_600_000;

test('a school publishes and its screens are told of the very bytes', async () => {
  const endpoint = await open(makeFile());
  const screen = await endpoint.addScreen();
  expect(endpoint.told(screen).snapshot).toBeUndefined();
  const { revision, generation } = published(await endpoint.publish());
  expect(generation).toBe(`${LATE_EVENING}.1`);
  const { snapshot } = endpoint.told(screen);
  expect(snapshot).toEqual({ revision, generation, publishedAt: LATE_EVENING });
  const { identity, gzip, br } = endpoint.encodings(revision);
  expect(revisionOf(identity)).toBe(revision);
  expect(new Uint8Array(gunzipSync(gzip))).toEqual(identity);
  expect(new Uint8Array(brotliDecompressSync(br))).toEqual(identity);
  expect(parseSnapshot(new TextDecoder().decode(identity)).school.id).toBe('alfarabi');
});

test('publishing the same content again changes nothing, in any order of its fields', async () => {
  const endpoint = await open(makeFile());
  const first = published(await endpoint.publish());
  const reversed = Object.fromEntries(Object.entries(makeSchool()).reverse());
  const bytes = new TextEncoder().encode(JSON.stringify(reversed, undefined, 4));
  const second = published(await endpoint.publisher.publish('alfarabi', bytes));
  expect(second).toEqual({ ...first, isNew: false });
  expect(await endpoint.history()).toEqual(['publish']);
});

test('every change of the pointer makes the generation greater by one', async () => {
  const endpoint = await open(makeFile());
  const one = published(await endpoint.publish({ theme: 'dark' }));
  const two = published(await endpoint.publish({ theme: 'light' }));
  const three = published(await endpoint.publisher.rollback('alfarabi'));
  const four = published(await endpoint.publish({ theme: 'light' }));
  expect([one, two, three, four].map(({ generation }) => generation.split('.')[1])).toEqual([
    '1',
    '2',
    '3',
    '4',
  ]);
  expect(three.revision).toBe(one.revision);
  expect(four.revision).toBe(two.revision);
});

test('two schools with equal timetables have revisions that tell nothing of each other', async () => {
  const endpoint = await open(makeFile());
  const one = published(await endpoint.publish());
  const bytes = schoolBytes({ id: 'other' });
  const other = published(await endpoint.publisher.publish('other', bytes));
  expect(other.revision).not.toBe(one.revision);
  const again = await open(makeFile());
  expect(published(await again.publish()).revision).not.toBe(one.revision);
});

// fault:P11 A school document with mistakes is published
// hallway: no change
// technician: every problem with its place; nothing is stored
test('a document with problems is refused whole and changes nothing', async () => {
  const endpoint = await open(makeFile());
  const screen = await endpoint.addScreen();
  const before = published(await endpoint.publish());
  for (const bytes of [
    new TextEncoder().encode('{'),
    schoolBytes({ zone: 'Mars/Olympus' }),
    schoolBytes({ id: 'other' }),
    schoolBytes({ languages: [] }),
  ]) {
    const outcome = await endpoint.publisher.publish('alfarabi', bytes);
    expect(outcome.kind === 'refused' && outcome.problems.length).toBeTruthy();
  }
  expect(endpoint.told(screen).snapshot?.revision).toBe(before.revision);
  expect(await endpoint.history()).toEqual(['publish']);
});

test('a school whose first document is refused does not come into being', async () => {
  const endpoint = await open(makeFile());
  await endpoint.publish({ languages: [] });
  expect(endpoint.state.schools.size).toBe(0);
  expect(await endpoint.store.readSchools()).toEqual([]);
});

test('of two publications made from the same generation the second is told of the first', async () => {
  const endpoint = await open(makeFile());
  const { generation } = published(await endpoint.publish());
  const expects = (names: readonly string[]) => matchesEntityTag(`"${generation}"`, names);
  const [one, two] = await Promise.all([
    endpoint.publisher.publish('alfarabi', schoolBytes({ theme: 'dark' }), expects),
    endpoint.publisher.publish('alfarabi', schoolBytes({ theme: 'light' }), expects),
  ]);
  const { revision } = published(one);
  expect(two).toEqual({ kind: 'moved', revision, generation: `${LATE_EVENING}.2` });
});

// fault:P28 Many publishes come at once
// hallway: the last one
// technician: one generation for each, in order
test('publications at once are made one after another, and the last one stands', async () => {
  const endpoint = await open(makeFile());
  const screen = await endpoint.addScreen();
  const offsets = Array.from({ length: 10 }, (_, n) => n * 1000);
  const outcomes = await Promise.all(
    offsets.map((bellOffsetMs) => endpoint.publish({ bellOffsetMs })),
  );
  const counts = outcomes.map((outcome) => Number(published(outcome).generation.split('.')[1]));
  expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const { revision } = published(outcomes[9]);
  expect(endpoint.told(screen).snapshot?.revision).toBe(revision);
});

test('each rollback goes one publication further back, and can itself be undone', async () => {
  const endpoint = await open(makeFile());
  const revisions: string[] = [];
  for (const bellOffsetMs of [1000, 2000, 3000]) {
    revisions.push(published(await endpoint.publish({ bellOffsetMs })).revision);
  }
  const { rollback } = endpoint.publisher;
  expect(published(await rollback('alfarabi')).revision).toBe(revisions[1]);
  expect(published(await rollback('alfarabi')).revision).toBe(revisions[0]);
  expect(await rollback('alfarabi')).toEqual({ kind: 'unknown', what: 'earlier revision' });
  expect(published(await rollback('alfarabi', revisions[2])).revision).toBe(revisions[2]);
  expect(published(await rollback('alfarabi', revisions[2])).isNew).toBe(false);
  expect(await rollback('alfarabi', 'nothing')).toMatchObject({ kind: 'unknown' });
  expect(await rollback('nowhere')).toMatchObject({ kind: 'unknown' });
});

test('what was published twice is rolled back to what stood between', async () => {
  const endpoint = await open(makeFile());
  await endpoint.publish({ theme: 'dark' });
  const { revision } = published(await endpoint.publish({ theme: 'light' }));
  await endpoint.publish({ theme: 'dark' });
  expect(published(await endpoint.publisher.rollback('alfarabi')).revision).toBe(revision);
});

test('recompiling compiles the document of what is shown, a rollback included', async () => {
  const endpoint = await open(makeFile());
  const { revision } = published(await endpoint.publish({ theme: 'dark' }));
  await endpoint.publish({ theme: 'light' });
  await endpoint.publisher.rollback('alfarabi');
  const outcome = published(await endpoint.publisher.recompile('alfarabi'));
  expect(outcome).toMatchObject({ revision, isNew: false });
  expect(await endpoint.publisher.recompile('nowhere')).toMatchObject({ kind: 'unknown' });
});

test('a restart finds everything as it was, and builds nothing', async () => {
  const file = makeFile();
  const before = await open(file);
  const screen = await before.addScreen();
  await before.publish();
  const told = before.told(screen);
  await before.store.close();
  const after = await open(file);
  expect(after.told(screen)).toEqual(told);
  expect(after.damaged).toEqual([]);
  expect(await after.history()).toEqual(['publish']);
});

// fault:P36 A stored snapshot is damaged and not rebuilt yet
// hallway: the last good timetable, marked with its date, on screens that hold nothing newer
// technician: `isStale` and `staleDate` in the screen document; one rebuild at a time
test('a damaged snapshot gives way to the last good one, which is marked, until it is rebuilt', async () => {
  const file = makeFile();
  const before = await open(file);
  const screen = await before.addScreen();
  const good = published(await before.publish({ theme: 'dark' }));
  const lost = published(await before.publish({ theme: 'light' }));
  await before.store.close();
  damage(file, 'snapshots', 'identity', 'revision', lost.revision);

  const after = await open(file);
  expect(after.damaged).toEqual(['alfarabi']);
  expect(after.told(screen).snapshot).toEqual({
    revision: good.revision,
    generation: good.generation,
    publishedAt: LATE_EVENING,
    isStale: true,
    staleDate: '2026-11-23',
  });
  expect(after.state.snapshots.has(lost.revision)).toBe(false);
  const [one, two] = await Promise.all([
    after.publisher.rebuild('alfarabi'),
    after.publisher.rebuild('alfarabi'),
  ]);
  expect(two).toBe(one);
  const healed = published(one);
  expect(healed).toMatchObject({ revision: lost.revision, generation: `${LATE_EVENING}.3` });
  const { revision, generation } = healed;
  expect(after.told(screen).snapshot).toEqual({ revision, generation, publishedAt: LATE_EVENING });
  expect(await after.history()).toEqual(['rebuild', 'publish', 'publish']);
  await after.store.close();
  expect((await open(file)).damaged).toEqual([]);
});

// fault:P04 Snapshot and school document are both damaged
// hallway: the last good timetable, marked with its date
// technician: the rebuild is refused in the log; publishing again heals it
test('a school that has lost its document too keeps showing the last good snapshot', async () => {
  const file = makeFile();
  const before = await open(file);
  const screen = await before.addScreen();
  const good = published(await before.publish({ theme: 'dark' }));
  const lost = published(await before.publish({ theme: 'light' }));
  const document = (await before.store.readSchools())[0]?.pointer?.document ?? '';
  await before.store.close();
  damage(file, 'snapshots', 'br', 'revision', lost.revision);
  damage(file, 'documents', 'bytes', 'name', document);

  const after = await open(file);
  expect(await after.publisher.rebuild('alfarabi')).toMatchObject({ kind: 'refused' });
  expect(after.told(screen).snapshot).toMatchObject({ revision: good.revision, isStale: true });
  const again = published(await after.publish({ theme: 'light' }));
  expect(again).toMatchObject({ revision: lost.revision, isNew: true });
  expect(after.told(screen).snapshot?.isStale).toBeUndefined();
});

// fault:P05 The only snapshot of a school is damaged
// hallway: no change on screens that hold it
// technician: it is built again from the document; until then screens are told to come again
test('a school whose only snapshot is damaged says so until it is rebuilt', async () => {
  const file = makeFile();
  const before = await open(file);
  await before.addScreen();
  const { revision } = published(await before.publish());
  await before.store.close();
  damage(file, 'snapshots', 'gzip', 'revision', revision);
  const after = await open(file);
  expect([...after.state.answers.values()]).toEqual([{ kind: 'lost' }]);
  expect(published(await after.publisher.rebuild('alfarabi')).revision).toBe(revision);
  expect([...after.state.answers.values()]).toMatchObject([{ kind: 'document' }]);
});

// fault:P06 A stored snapshot is sound and no screen can read it, as after a faulty release
// hallway: the last good timetable, marked
// technician: a rollback to it is refused; it is built again
test('a stored snapshot that no screen can use gives way to the last good one, until it is rebuilt', async () => {
  const file = makeFile();
  const before = await open(file);
  const screen = await before.addScreen();
  const good = published(await before.publish());
  const pointer = before.state.schools.get('alfarabi')?.pointer;
  const identity = new TextEncoder().encode('{"format":"snapshot/1"}');
  const unusable = { ...(await compress(identity)), revision: revisionOf(identity), name: 'Old' };
  const { revision } = unusable;
  await before.store.publish({
    school: 'alfarabi',
    expected: 1,
    publication: {
      kind: 'publish',
      revision,
      count: 2,
      publishedAt: LATE_EVENING,
      document: pointer?.document ?? '',
    },
    snapshot: unusable,
  });
  await before.store.close();

  const after = await open(file);
  expect(after.damaged).toEqual(['alfarabi']);
  expect(after.told(screen).snapshot).toMatchObject({ revision: good.revision, isStale: true });
  expect(await after.publisher.rollback('alfarabi', revision)).toMatchObject({ kind: 'refused' });
  expect(published(await after.publisher.rebuild('alfarabi')).revision).toBe(good.revision);
  expect(after.told(screen).snapshot?.isStale).toBeUndefined();
});

function makeFile(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'riwaq-')), 'riwaq.db');
}

async function open(file: string) {
  const store = openSqliteStore(file, LATE_EVENING);
  const { state, damaged } = await loadState(store, undefined);
  const log = pino({ enabled: false });
  const deps = { store, state, log, clock: () => LATE_EVENING, inTurn: makeSerial() };
  const publisher = makePublisher(deps);
  return {
    store,
    state,
    damaged,
    publisher,
    publish: (overrides?: Parameters<typeof schoolBytes>[0]) =>
      publisher.publish('alfarabi', schoolBytes(overrides)),
    addScreen: async () => (await addScreen(deps, 'alfarabi', { name: 'Hall' })).screen.id,
    history: async () => (await store.readHistory('alfarabi')).map(({ kind }) => kind),
    told(screen: string): ScreenDocument {
      const answer = state.answers.get(state.screens.get(screen)?.tokenHash ?? '');
      if (answer?.kind !== 'document') throw new Error(`The screen is told ${answer?.kind}`);
      return parseScreenDocument(new TextDecoder().decode(answer.bytes));
    },
    encodings(revision: string) {
      const encodings = state.snapshots.get(revision);
      if (!encodings) throw new Error(`No snapshot ${revision} in memory`);
      return encodings;
    },
  };
}

function published(outcome: Outcome | undefined) {
  if (outcome?.kind !== 'published') throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** Changes one byte of a stored row, as a failing disk does. */
function damage(file: string, table: string, column: string, key: string, name: string): void {
  const database = new Database(file);
  database
    .prepare(
      `UPDATE ${table} SET ${column} = CAST(substr(${column}, 1, 5) AS BLOB) WHERE ${key} = ?`,
    )
    .run([name]);
  database.close();
}
