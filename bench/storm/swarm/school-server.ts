import type { Deps } from '../../../server/deps.ts';
import { putScreen } from '../../../server/live-state.ts';
import { loadState } from '../../../server/load-state.ts';
import { makePublisher, type Publisher } from '../../../server/publisher.ts';
import { renewGenerations } from '../../../server/renew-generations.ts';
import { screenResponse } from '../../../server/screen-response.ts';
import { makeSerial } from '../../../server/serial.ts';
import { snapshotResponse } from '../../../server/snapshot-response.ts';
import { hashToken } from '../../../server/token.ts';
import { SCREEN_PATH, TIME_HEADER } from '../../../src/contract/endpoint.ts';
import { copyOfDisk, memoryStore, type Disk } from '../ours/memory-store.ts';
import { documentOf, publishedDisk } from '../ours/published-disk.ts';
import { SILENT } from '../ours/silent-log.ts';
import { schoolIdOf } from '../storm-school.ts';
import type { Answering } from './wire.ts';

/** A snapshot of a school, by what is on it. */
export type Edition = { readonly school: number; readonly edition: number; readonly text: string };

/** The shipped endpoint on a disk in memory, and what can be done to it. */
export type SchoolServer = {
  readonly answer: Answering;
  /** An office publishes its next edition; at once, or when there is somebody to take it. */
  readonly publish: (school: number) => Promise<void>;
  readonly stop: () => void;
  readonly start: () => Promise<void>;
  /** Its clock reads so much more than the true time from now on. */
  readonly setClock: (aheadMs: number) => void;
  /** What was on its disk at first. */
  readonly firstBackup: Disk;
  /** Puts back what was on its disk, and starts on it. */
  readonly restore: (backup: Disk) => Promise<void>;
  /** `riwaq restored`. */
  readonly sayRestored: () => Promise<void>;
  /** Loses the newest snapshot of a school, and starts without it. */
  readonly loseSnapshot: (school: number) => Promise<void>;
  /** Builds again what is lost. */
  readonly rebuild: (school: number) => Promise<void>;
  /** What screens of the school should show. */
  readonly truthOf: (school: number) => number;
  readonly changedAt: (school: number) => number;
  readonly editionOf: (revision: string) => Edition | undefined;
};

const PUBLISHED_BEFORE_MS = 3 * 86_400_000;

export type Fleet = { readonly schools: number; readonly perSchool: number };

export type SchoolServerDeps = { readonly now: () => number; readonly from: number };

/** An endpoint with its schools published and its screens added. */
export async function schoolServer(
  { schools, perSchool }: Fleet,
  { now, from }: SchoolServerDeps,
): Promise<SchoolServer> {
  let aheadMs = 0;
  const clock = () => Math.floor(now() + aheadMs);
  const editions = new Map<string, Edition>();
  const published = Array.from({ length: schools }, () => 0);
  const waiting: number[] = [];
  const truths = new Map<number, { edition: number; at: number }>();
  const addedAt = from - PUBLISHED_BEFORE_MS;
  let disk = await publishedDisk(schools, addedAt);
  let deps = await loaded(disk);
  let publisher: Publisher = makePublisher(deps);
  /** How many things keep it from answering. */
  let stops = 0;
  let isToldRestored = false;

  for (let number = 0; number < schools * perSchool; number += 1) {
    const school = Math.floor(number / perSchool);
    const screen = {
      id: screenIdOf(number),
      school: schoolIdOf(school),
      name: `screen ${number}`,
      tokenHash: hashToken(tokenOf(number)),
      addedAt,
    };
    putScreen(deps.state, await deps.store.addScreen(screen));
  }
  for (let school = 0; school < schools; school += 1) note(school, 0);
  const firstBackup = copyOfDisk(disk);

  async function loaded(on: Disk): Promise<Deps> {
    const store = memoryStore(on);
    const { state } = await loadState(store, 'swarm');
    return { store, state, clock, log: SILENT, inTurn: makeSerial() };
  }

  function note(school: number, edition: number) {
    const revision = deps.state.schools.get(schoolIdOf(school))?.pointer?.revision ?? '';
    const bytes = disk.snapshots.get(revision)?.identity;
    const text = new TextDecoder().decode(bytes);
    editions.set(revision, { school, edition, text });
    truths.set(school, { edition, at: now() });
  }

  async function publish(school: number): Promise<void> {
    if (stops > 0) {
      waiting.push(school);
      return;
    }
    const edition = (published[school] ?? 0) + 1;
    published[school] = edition;
    const outcome = await publisher.publish(schoolIdOf(school), documentOf(school, edition));
    if (outcome.kind !== 'published') throw new Error(`Cannot publish: ${outcome.kind}`);
    note(school, edition);
  }

  async function start(): Promise<void> {
    if (stops > 0) return;
    deps = await loaded(disk);
    publisher = makePublisher(deps);
    if (isToldRestored) await renewGenerations(deps);
    isToldRestored = false;
    for (const school of waiting.splice(0)) await publish(school);
  }

  return {
    answer({ path, authorization, ifNoneMatch }) {
      if (stops > 0) return { kind: 'broken', reason: 'connection refused' };
      const facts = { method: 'GET', path, authorization, ifNoneMatch };
      const { status, headers, body } =
        path === SCREEN_PATH
          ? screenResponse(facts, deps.state)
          : snapshotResponse(facts, deps.state);
      const told = { ...headers, [TIME_HEADER]: String(clock()) };
      return { kind: 'answer', status, headers: told, body };
    },
    publish,
    stop() {
      stops += 1;
    },
    async start() {
      stops -= 1;
      await start();
    },
    setClock(ms) {
      aheadMs = ms;
    },
    firstBackup,
    async restore(backup) {
      disk = copyOfDisk(backup);
      await start();
      for (const [school, { pointer }] of [...disk.schools.values()].entries()) {
        const edition = editions.get(pointer?.revision ?? '')?.edition ?? 0;
        truths.set(school, { edition, at: now() });
      }
    },
    async sayRestored() {
      if (stops > 0) isToldRestored = true;
      else await renewGenerations(deps);
    },
    async loseSnapshot(school) {
      const revision = disk.schools.get(schoolIdOf(school))?.pointer?.revision;
      if (revision !== undefined) disk.snapshots.delete(revision);
      await start();
    },
    async rebuild(school) {
      const isLost = deps.state.schools.get(schoolIdOf(school))?.served?.isStale !== undefined;
      if (isLost) await publisher.rebuild(schoolIdOf(school));
    },
    truthOf: (school) => truths.get(school)?.edition ?? 0,
    changedAt: (school) => truths.get(school)?.at ?? 0,
    editionOf: (revision) => editions.get(revision),
  };
}

export function screenIdOf(number: number): string {
  return `screen-${number}`;
}

/** As long as a real one. */
export function tokenOf(number: number): string {
  return `swarm-${String(number).padStart(37, '0')}`;
}
