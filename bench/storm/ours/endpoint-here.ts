import type { Answer } from '../../../server/answer.ts';
import type { Deps } from '../../../server/deps.ts';
import { putScreen } from '../../../server/live-state.ts';
import { loadState } from '../../../server/load-state.ts';
import { makePublisher, type Publisher } from '../../../server/publisher.ts';
import { makeSerial } from '../../../server/serial.ts';
import { snapshotResponse } from '../../../server/snapshot-response.ts';
import type { Store } from '../../../server/store.ts';
import { hashToken } from '../../../server/token.ts';
import { SCREEN_PATH } from '../../../src/contract/endpoint.ts';
import { isDownAt } from '../is-down-at.ts';
import { schoolIdOf } from '../storm-school.ts';
import type { World } from '../world.ts';
import { memoryStore } from './memory-store.ts';
import { pollAnswer, type Poll } from './poll-answer.ts';
import { documentOf, publishedDisk } from './published-disk.ts';
import { SILENT } from './silent-log.ts';

/*
 * The shipped endpoint without its sockets: the real state, publisher and route functions over a
 * store in memory. What is modelled is what a socket and a processor would add: one process that
 * takes requests in the order of their arrival, each for as long as was measured.
 */

/**
 * Processor time of one poll, `node:http` included, in ms: what a prototype took, as was measured for
 * the design. `bench:endpoint` measures a third of it for the endpoint that became of it.
 */
const POLL_MS = 0.065;
/** The same for the snapshot's bytes. */
const SNAPSHOT_MS = 0.1;
/** One publication of a school of 24 classes, fsync included: `bench:endpoint`. Those here have four. */
const PUBLISH_MS = 8;
/** From the end of the process until it listens again: start of Node, and every snapshot read and parsed. */
const RESTART_MS = 5_000;
const PUBLISHED_BEFORE_MS = 3 * 86_400_000;

/** An answer, and how long it took the screen to get it. */
export type Exchange =
  | {
      readonly kind: 'answer';
      readonly answer: Answer;
      /** The endpoint's clock when it answered. */
      readonly server: number;
      readonly tookMs: number;
    }
  /** Nobody listens. */
  | { readonly kind: 'refused'; readonly tookMs: number };

export type EndpointHere = {
  /** A request that leaves the screen at `sentAt`. */
  readonly exchange: (facts: Poll, sentAt: number, upMs: number, downMs: number) => Exchange;
  readonly tokenOf: (screen: number) => string;
  /** Edition of a revision that was published for this school; absent: it was not. */
  readonly editionOf: (school: number, revision: string) => number | undefined;
  /** All that is written in the histories of the schools, and that no office has sent. */
  readonly unasked: () => number;
};

/** The endpoint of a tape, with all its schools published and all its screens added. */
export async function endpointHere({ tape, queue, judge }: World): Promise<EndpointHere> {
  const publishedAt = tape.measured.from - PUBLISHED_BEFORE_MS;
  const disk = await publishedDisk(tape.schools, publishedAt);
  const store = memoryStore(disk);
  const editions = Array.from({ length: tape.schools }, (_, school) => {
    const revision = disk.schools.get(schoolIdOf(school))?.pointer?.revision ?? '';
    return new Map([[revision, 0]]);
  });
  let sent = tape.schools;
  let { state } = await loadState(store, 'storm');
  let publisher = publisherOver(store, state, queue.now);
  /** Work that has been taken on at `busyAt` and is not done, in ms. */
  let backlogMs = 0;
  let busyAt = 0;

  for (const [at, screen] of tape.screens.entries()) {
    const { name, school } = screen;
    const tokenHash = hashToken(tokenOf(at));
    const id = `screen-${at}`;
    const added = { id, school: schoolIdOf(school), name, tokenHash, addedAt: publishedAt };
    putScreen(state, await store.addScreen(added));
  }

  /**
   * One process does one thing after another: how long it is until work that arrives now is done. What
   * a screen asks for next, in the same event, is taken to arrive now as well.
   */
  function doneAfter(ms: number): number {
    const now = queue.now();
    backlogMs = Math.max(0, backlogMs - (now - busyAt)) + ms;
    busyAt = now;
    return backlogMs;
  }

  async function publish(at: number): Promise<void> {
    const edit = tape.edits[at];
    if (!edit) return;
    // Changes are made one after another; between two of them screens are answered.
    const now = queue.now();
    const doneAt = now + doneAfter(PUBLISH_MS);
    const { school, edition } = edit;
    const outcome = await publisher.publish(schoolIdOf(school), documentOf(school, edition));
    if (outcome.kind !== 'published') throw new Error(`Cannot publish: ${outcome.kind}`);
    editions[school]?.set(outcome.revision, edition);
    sent += 1;
    judge.published(school, now, edition);
    schedulePublish(at + 1, doneAt);
  }

  function schedulePublish(at: number, earliest: number) {
    const edit = tape.edits[at];
    if (edit) queue.at(Math.max(edit.at, earliest), () => publish(at));
  }

  async function restart(): Promise<void> {
    ({ state } = await loadState(store, 'storm'));
    publisher = publisherOver(store, state, queue.now);
    backlogMs = 0;
  }

  schedulePublish(0, 0);
  for (const at of tape.restarts) queue.at(at + RESTART_MS, restart);
  const down = [...tape.outages, ...tape.restarts.map((from) => ({ from, to: from + RESTART_MS }))];

  return {
    exchange(facts, sentAt, upMs, downMs) {
      const arrivedAt = sentAt + upMs;
      if (down.length > 0 && isDownAt(down, arrivedAt)) {
        return { kind: 'refused', tookMs: upMs + downMs };
      }
      const isPoll = facts.path === SCREEN_PATH;
      const answer = isPoll ? pollAnswer(facts, state) : snapshotResponse(facts, state);
      const answeredAt = arrivedAt + doneAfter(isPoll ? POLL_MS : SNAPSHOT_MS);
      const tookMs = answeredAt + downMs - sentAt;
      // Its process has ended over it.
      if (down.length > 0 && isDownAt(down, answeredAt)) return { kind: 'refused', tookMs };
      return { kind: 'answer', answer, server: Math.floor(answeredAt), tookMs };
    },
    tokenOf,
    editionOf: (school, revision) => editions[school]?.get(revision),
    unasked: () => [...disk.histories.values()].reduce((sum, { length }) => sum + length, 0) - sent,
  };
}

function publisherOver(store: Store, state: Deps['state'], clock: () => number): Publisher {
  return makePublisher({ store, state, clock, log: SILENT, inTurn: makeSerial() });
}

/** As long as a real one, so that it is hashed at the same cost. */
function tokenOf(screen: number): string {
  return `storm-${String(screen).padStart(37, '0')}`;
}
