import { generatorOf } from '../generator-of.ts';
import type { TapeScreen } from '../tape.ts';
import type { World } from '../world.ts';
import { countdownAfter, isActiveAt, midnightBefore, openingAfter } from './bells.ts';
import { oldAsking } from './old-asking.ts';
import type { OldServer, Payload, Question, Reply } from './old-server.ts';
import type { Rules } from './rules.ts';

export type OldScreen = {
  readonly on: (isWarm: boolean) => void;
  readonly off: () => void;
};

/** A page while it runs; all that it has is in memory (original.md §5.2, P24). */
type Page = {
  payload: Payload | undefined;
  /** Until what it shows was moved on by its own countdown. */
  shownFor: number;
  failures: number;
  unchanged: number;
  /** Counts what it waits for: of two, the later one counts. */
  turn: number;
};

/** Statuses that say "nothing new" are asked for less and less: least, factor, most (original.md §3.1). */
const ON = { least: 9_000, factor: 1.7, most: 45_000 };
const OFF = { least: 60_000, factor: 2, most: 300_000 };
const SPREAD = 0.15;
/** At a countdown of zero the snapshot is asked for again and again, for a while (original.md §3.1). */
const ZERO_EVERY_MS = 1_200;
const ZERO_LASTS_MS = 15_000;
const FORCED_WITHIN_MS = [150, 499] as const;
/** A page of the same morning waits for the window; one of the day before does not (original.md §0, 2). */
const WAITS_FOR_WINDOW_MS = 4 * 3_600_000;
const OPENING_SPREAD_MS = 60_000;
const DAY = 86_400_000;

/** The page of a service of the old kind: what it shows is a snapshot of an instant, moved on by its countdown. */
export function oldScreen(
  number: number,
  facts: TapeScreen,
  world: World,
  server: OldServer,
  rules: Rules,
): OldScreen {
  const { name, school } = facts;
  const { queue, judge, tape } = world;
  const send = oldAsking(number, facts, world, server);
  const random = generatorOf(tape.seed, `old client of ${name}`);
  // Constant for a device, so that it does not come in step with others (original.md §3.1).
  const stretch = 1 + SPREAD * (2 * random() - 1);
  let page: Page | undefined;

  function later(now: Page, ms: number, work: (now: Page) => void) {
    now.turn += 1;
    const { turn } = now;
    queue.at(queue.now() + ms, () => {
      if (page === now && now.turn === turn) work(now);
    });
  }

  function takes(now: Page, payload: Payload) {
    now.payload = payload;
    now.shownFor = payload.instant;
    now.failures = 0;
    now.unchanged = 0;
    shows(now);
    countDown(now);
    later(now, rules.refreshMs * stretch, asksStatus);
    const opening = openingAfter(payload.instant);
    // In its favour: a page that was told to wait for the window looks again soon after it has opened,
    // and goes on until it has got what it wants.
    if (opening !== undefined && opening - payload.instant < WAITS_FOR_WINDOW_MS) {
      queue.at(opening + random() * OPENING_SPREAD_MS, () => {
        if (page === now && now.payload === payload) asksAtOpening(now, payload);
      });
    }
  }

  function shows({ payload, shownFor }: Page) {
    const shown = payload
      ? ({ kind: 'frozen', edition: payload.edition, instant: shownFor } as const)
      : ({ kind: 'blank' } as const);
    judge.shows(number, queue.now(), shown);
  }

  function countDown(now: Page) {
    const { payload, shownFor } = now;
    const zero = countdownAfter(shownFor);
    if (zero === undefined) return;
    queue.at(zero, () => {
      if (page !== now || now.payload !== payload) return;
      // It moves on by itself first, and asks then.
      now.shownFor = zero;
      shows(now);
      countDown(now);
      later(now, rules.zeroMs(random, school), (still) => asksAtZero(still, zero));
    });
  }

  function ask(now: Page, question: Question, timeoutMs: number, failed = () => hasFailed(now)) {
    now.turn += 1;
    const isGone = () => page !== now;
    send({ question, timeoutMs, replied: (reply) => hears(now, reply), failed, isGone });
  }

  function asksAtZero(now: Page, zero: number) {
    ask(now, { kind: 'snapshot' }, rules.snapshotTimeoutMs, () => {
      const isOver = queue.now() > zero + ZERO_LASTS_MS;
      if (isOver) hasFailed(now);
      else later(now, ZERO_EVERY_MS, (still) => asksAtZero(still, zero));
    });
  }

  function asksAtOpening(now: Page, before: Payload) {
    if (now.payload !== before) return;
    ask(now, { kind: 'snapshot' }, rules.snapshotTimeoutMs, () => {
      now.failures += 1;
      later(now, rules.backOffMs(now.failures), (still) => asksAtOpening(still, before));
    });
  }

  function asksSnapshot(now: Page, kind: 'snapshot' | 'forced' = 'snapshot') {
    ask(now, { kind }, now.payload ? rules.snapshotTimeoutMs : rules.firstTimeoutMs);
  }

  function asksStatus(now: Page) {
    const { payload } = now;
    if (!payload) return asksSnapshot(now);
    const { revision } = payload;
    return ask(now, { kind: 'status', revision }, rules.statusTimeoutMs);
  }

  function hears(now: Page, reply: Reply) {
    switch (reply.kind) {
      case 'payload':
        return takes(now, reply);
      case 'news':
        return asksSnapshot(now);
      case 'notModified': {
        now.failures = 0;
        now.unchanged += 1;
        const { least, factor, most } = isActiveAt(now.shownFor) ? ON : OFF;
        const ms = Math.min(most, least * factor ** (now.unchanged - 1));
        return later(now, ms * stretch, asksStatus);
      }
    }
  }

  function hasFailed(now: Page) {
    now.failures += 1;
    const { failures, payload } = now;
    const ms = payload ? rules.backOffMs(failures) : rules.retryMs(failures, random);
    later(now, ms, asksStatus);
  }

  function forceAtMidnight(now: Page) {
    const midnight = midnightBefore(queue.now()) + DAY;
    queue.at(midnight, () => {
      if (page !== now) return;
      const [least, more] = FORCED_WITHIN_MS;
      const ms = rules.servesStale ? rules.zeroMs(random, school) : least + more * random();
      later(now, ms, (still) => asksSnapshot(still, 'forced'));
      forceAtMidnight(now);
    });
  }

  return {
    on(isWarm) {
      const now: Page = { payload: undefined, shownFor: 0, failures: 0, unchanged: 0, turn: 0 };
      page = now;
      shows(now);
      if (rules.isForcedAtMidnight) forceAtMidnight(now);
      if (!isWarm) return asksSnapshot(now);
      takes(now, server.warmed(number, queue.now()));
      // It has polled for hours: not all in step.
      now.unchanged = 3;
      later(now, random() * (isActiveAt(now.shownFor) ? ON : OFF).most, asksStatus);
    },
    off() {
      page = undefined;
      judge.shows(number, queue.now(), { kind: 'off' });
    },
  };
}
