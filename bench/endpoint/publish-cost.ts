import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { checkedEncodings } from '../../server/checked-encodings.ts';
import { compress } from '../../server/compress.ts';
import { makeLiveState } from '../../server/live-state.ts';
import { makeLog } from '../../server/log.ts';
import { makePublisher } from '../../server/publisher.ts';
import { revisionOf } from '../../server/revision.ts';
import { schoolOffsets } from '../../server/school-offsets.ts';
import { makeSerial } from '../../server/serial.ts';
import { checkSnapshotBytes, snapshotBytes } from '../../server/snapshot-bytes.ts';
import { openSqliteStore } from '../../server/sqlite-store.ts';
import { compile } from '../../src/school/compile.ts';
import { readSchool } from '../../src/school/read-school.ts';
import { largeSchool, type LargeSchoolSize } from '../large-school.ts';

/** A file system in memory: what is written there is durable at once, that is, never. */
const MEMORY = '/dev/shm';
const SALT = 'a-salt-of-22-characters';

/** In the order of a publication, and indented what is part of the stage before it. */
export const STAGES = [
  'whole',
  'fsync, by the difference to memory',
  'whole less fsync',
  'whole less fsync, of a checked document',
  'read and check the document',
  'compile',
  'write canonical JSON',
  'hash',
  'compress, and meanwhile read as a screen',
  '  compress alone, on other threads',
  '  read alone, on this one',
  'commit',
  '  in memory, without fsync',
] as const;
export type Stage = (typeof STAGES)[number];

/** Durations in ms by stage, one of each round; `whole` is the shipped publisher, from bytes to outcome. */
export type PublishCost = ReadonlyMap<Stage, readonly number[]>;

type Timed = <T>(stage: Stage, work: () => T | Promise<T>) => Promise<T>;

/** Publishes a school over and over, each time with another notice. */
export async function publishCost(
  size: LargeSchoolSize,
  rounds: number,
  warmUpRounds: number,
): Promise<PublishCost> {
  const school = largeSchool(size);
  const took = new Map<Stage, number[]>();
  let round = 0;

  async function timed<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
    const from = performance.now();
    const result = await work();
    const ms = performance.now() - from;
    if (round >= warmUpRounds) took.set(stage, [...(took.get(stage) ?? []), ms]);
    return result;
  }

  const disk = publisherIn(tmpdir(), 'commit', timed);
  const memory = existsSync(MEMORY)
    ? publisherIn(MEMORY, '  in memory, without fsync', timed)
    : undefined;
  try {
    for (; round < warmUpRounds + rounds; round += 1) {
      const text = { ar: `طبعة ${round}`, en: `Edition ${round}` };
      const notices = school.notices.map((notice) => ({ ...notice, text }));
      const bytes = new TextEncoder().encode(JSON.stringify({ ...school, notices }));
      await timed('whole', () => disk.publish(school.id, bytes));
      await memory?.publish(school.id, bytes);
      await stages(bytes, timed);
    }
  } finally {
    await disk.remove();
    await memory?.remove();
  }
  return withDifferences(took);
}

/** A commit to a database in memory does all that one to disk does, but for the wait. */
function withDifferences(took: PublishCost): PublishCost {
  const [wholes = [], checks = [], commits = [], inMemory = []] = [
    took.get('whole'),
    took.get('read and check the document'),
    took.get('commit'),
    took.get('  in memory, without fsync'),
  ];
  const waits = commits.map((ms, round) => ms - (inMemory[round] ?? ms));
  const lessFsync = wholes.map((ms, round) => ms - (waits[round] ?? 0));
  const checked = lessFsync.map((ms, round) => ms - (checks[round] ?? 0));
  return new Map([
    ...took,
    ['fsync, by the difference to memory', waits],
    ['whole less fsync', lessFsync],
    ['whole less fsync, of a checked document', checked],
  ]);
}

/** What the publisher does before it commits, one after another; and what overlaps, alone as well. */
async function stages(bytes: Uint8Array, timed: Timed): Promise<void> {
  const { school } = await timed('read and check the document', () => readSchool(bytes));
  const offsets = schoolOffsets(school);
  const snapshot = await timed('compile', () => compile(school, { offsets, salt: SALT }));
  const identity = await timed('write canonical JSON', () => snapshotBytes(snapshot));
  await timed('hash', () => [revisionOf(bytes), revisionOf(identity)]);
  await timed('compress, and meanwhile read as a screen', () => checkedEncodings(identity));
  await timed('  compress alone, on other threads', () => compress(identity));
  await timed('  read alone, on this one', () => checkSnapshotBytes(identity));
}

/** The shipped publisher over a database of its own. */
function publisherIn(place: string, stage: Stage, timed: Timed) {
  const folder = mkdtempSync(path.join(place, 'riwaq-publish-'));
  const store = openSqliteStore(path.join(folder, 'riwaq.db'), Date.now());
  const publisher = makePublisher({
    store: { ...store, publish: (change) => timed(stage, () => store.publish(change)) },
    state: makeLiveState(store.epoch, undefined),
    clock: Date.now,
    log: makeLog({ write: () => {} }),
    inTurn: makeSerial(),
  });
  return {
    async publish(school: string, bytes: Uint8Array): Promise<void> {
      const outcome = await publisher.publish(school, bytes);
      if (outcome.kind !== 'published' || !outcome.isNew) {
        throw new Error(`The publication was ${outcome.kind}`);
      }
    },
    async remove(): Promise<void> {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
