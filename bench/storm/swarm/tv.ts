import type { Opened, Refreshed, Wake } from '../../../src/contract/message.ts';
import type { Credential } from '../../../src/contract/stored.ts';
import { pageClock, type PageClock } from '../../../src/page/page-clock.ts';
import {
  afterAnswer,
  afterOpening,
  afterRecord,
  UNPAIRED,
  type PageState,
} from '../../../src/page/page-state.ts';
import { jitterFrom } from '../../../src/sync/jitter.ts';
import { keeperOf, type Keeper } from '../../../src/sync/keeper.ts';
import { knocker } from '../../../src/sync/knock.ts';
import type { RevisionOf } from '../../../src/sync/revision.ts';
import { screenStore } from '../../../src/sync/screen-store.ts';
import { snapshotDb } from '../../../src/sync/snapshot-db.ts';
import { withWatchdog } from '../../../src/sync/watchdog.ts';
import type { Browsers, Program } from './browsers.ts';
import type { Device } from './device.ts';
import { secondCopies } from './second-copies.ts';
import { fetchOf, type WireDeps } from './wire.ts';

/** What is on a screen at a tick of its page. */
export type Seen = { readonly state: PageState; readonly clock: PageClock };

export type TvDeps = {
  readonly browsers: Browsers;
  readonly credential: Credential;
  /** Plain http: the page does everything itself. */
  readonly hasWorker: boolean;
  readonly random: () => number;
  readonly wire: WireDeps;
  readonly revisionOf: RevisionOf;
  /** Is told of each page that starts. */
  readonly started: () => void;
  /** Is told when a page hears of an answer that tells the time. */
  readonly heard: () => void;
  /** Is told what is seen, every second while a page runs. */
  readonly looked: (seen: Seen) => void;
};

/** One TV with the shipped page and worker, but for what is drawn. */
export type Tv = {
  readonly device: Device;
  readonly on: () => void;
  /** The power goes: what was not stored is lost. */
  readonly off: () => void;
  readonly reload: () => void;
  /** The browser ends its worker, in the middle of whatever it does. */
  readonly stopWorker: () => void;
  /** Nothing runs on it for so long, and no program is told. */
  readonly sleep: (ms: number) => void;
  readonly seen: () => Seen | undefined;
};

type Running = {
  readonly program: Program;
  readonly keeper: Keeper;
  trouble: string | undefined;
};

const BUILT_AT = Date.parse('2026-08-01T00:00:00Z');
const SECOND_MS = 1_000;
const CLOCK_SAVE_MS = 10 * 60_000;
/** `src/page/open-wall.ts`. */
const OPEN_PATIENCE_S = 3;
/** A message between two threads of one browser. */
const MESSAGE_MS = 1;
/** Somebody finds the digits of the pairing screen, and opens the screen's link. */
const PAIRED_AGAIN_MS = 60_000;

/** A TV that hangs where `device` does. */
export function makeTv(device: Device, deps: TvDeps): Tv {
  const { browsers, credential, hasWorker, random, looked, revisionOf } = deps;
  const { screen } = credential;
  const { now } = browsers;
  let page: (Program & { readonly seen: () => Seen }) | undefined;
  let worker: Running | undefined;
  let switchedOnAt = 0;
  /** The endpoint has answered since it was switched on: noted in the browsing session. */
  let isAnswered = false;
  let isNew = true;

  /** Stands still while the device sleeps. */
  let sleptMs = 0;

  const monotonic = () => device.quartz.count(now()) - device.quartz.count(switchedOnAt) - sleptMs;

  function keeperIn(program: Program, report: (what: string, error?: unknown) => void): Keeper {
    const storeDeps = { report, revisionOf };
    const store = screenStore(snapshotDb(storeDeps), secondCopies(device), storeDeps);
    const fetch = fetchOf(program, deps.wire);
    return keeperOf({ store, report, jitter: jitterFrom(random), fetch, monotonic });
  }

  function startWorker(): Running {
    const program = { device, isAlive: true };
    const report = (what: string, error?: unknown) => {
      started.trouble = error instanceof Error ? `${what}: ${error.message}` : what;
    };
    const started: Running = { program, keeper: keeperIn(program, report), trouble: undefined };
    worker = started;
    return started;
  }

  /** Sends the worker a message, which starts it if it was stopped; its answer may never come. */
  function inWorker<Answer>(
    from: Program,
    work: (running: Running) => Promise<Answer>,
  ): Promise<Answer> {
    browsers.touch();
    return new Promise((resolve) => {
      const running = worker ?? startWorker();
      const answered = (answer: Answer) => {
        if (device.troubles.includes('silent')) return;
        browsers.at(from, now() + MESSAGE_MS, () => resolve(answer));
      };
      browsers.at(running.program, now() + MESSAGE_MS, () => {
        void work(running).then(answered);
      });
    });
  }

  function stopWorker() {
    if (worker) worker.program.isAlive = false;
    worker = undefined;
  }

  function startPage(isReload: boolean) {
    const program = { device, isAlive: true, seen: () => ({ state, clock }) };
    let state: PageState = isNew ? { ...UNPAIRED, credential } : UNPAIRED;
    let isOpened = false;
    let ownKeeper: Keeper | undefined;
    const clockOf = (stored: Opened['clock']) =>
      pageClock({
        read: () => ({ device: device.quartz.dayTime(now()), monotonic: monotonic() }),
        stored,
        builtAt: BUILT_AT,
        isReload,
      });
    let clock = clockOf(undefined);
    let clockSavedAt = monotonic();
    const later = (work: () => void, ms: number) => browsers.at(program, now() + ms, work);

    function here(): Keeper {
      browsers.touch();
      ownKeeper ??= keeperIn(program, () => {});
      return ownKeeper;
    }

    const knocks = knocker({
      worker: () => (hasWorker ? 'active' : 'none'),
      wakeWorker: (wake) =>
        inWorker(program, async (running) => {
          const refreshed = await running.keeper.wake(wake);
          return { ...refreshed, storageTrouble: running.trouble };
        }),
      refreshHere: (wake) => here().wake(wake),
      registerAnew: stopWorker,
      makeWake,
      heard,
      monotonic,
      setTimeout: later,
    });

    function makeWake(isBoot: boolean): Wake {
      const { kept, refresh, report } = state;
      return {
        kind: 'wake',
        screen: state.credential?.screen ?? '',
        instant: clock.now(),
        isBoot,
        credential: state.credential,
        holds: kept && { document: kept.record.document, etag: kept.record.etag },
        refresh,
        report,
      };
    }

    function heard(answer: Refreshed, delayMs: number) {
      const next = afterAnswer(state, answer);
      if (next === state) return;
      state = next;
      if (answer.time) {
        clock.answered(answer.time, delayMs);
        deps.heard();
        isAnswered = true;
        saveClock();
      }
      if (answer.record) adopt(answer.record);
      if (answer.lacksRecord === true) keepAgain();
    }

    function adopt(record: NonNullable<Refreshed['record']>) {
      try {
        state = afterRecord(state, record, clock.now());
      } catch {
        // The page says so under "Last trouble"; the wall stays.
      }
    }

    function keep(message: Parameters<Keeper['keep']>[0]) {
      if (knocks.status() === 'worker')
        void inWorker(program, ({ keeper }) => keeper.keep(message));
      else void here().keep(message);
    }

    function keepAgain() {
      const { credential, kept } = state;
      if (!kept || !credential) return;
      keep({ kind: 'keep', credential, record: kept.record });
      saveClock();
    }

    function saveClock() {
      clockSavedAt = monotonic();
      keep({ kind: 'keepClock', clock: clock.toStore() });
    }

    async function open(): Promise<void> {
      const question = { kind: 'open', screen, credential: state.credential } as const;
      const asking = hasWorker
        ? inWorker(program, ({ keeper }) => keeper.open(question))
        : Promise.reject(new Error('There is no worker'));
      let answer: Opened;
      try {
        answer = await withWatchdog(asking, OPEN_PATIENCE_S, 'The worker');
      } catch {
        answer = await here().open(question);
      }
      opened(answer);
    }

    function opened(answer: Opened) {
      isOpened = true;
      if (answer.clock && clock.bound() === undefined) clock = clockOf(answer.clock);
      if (!state.refresh) state = afterOpening(state, answer);
      if (answer.record) adopt(answer.record);
      if (!state.credential) later(pairAgain, PAIRED_AGAIN_MS);
      look();
    }

    function pairAgain() {
      isNew = true;
      startAgain();
    }

    function tick() {
      browsers.lightly(program, now() + SECOND_MS - (clock.now() % SECOND_MS), tick);
      look();
      looked(program.seen());
    }

    function look() {
      if (!isOpened && !state.credential) return;
      if (state.credential) knocks.tick(clock.now());
      if (monotonic() - clockSavedAt >= CLOCK_SAVE_MS) saveClock();
    }

    page = program;
    isNew = false;
    // On a device that sleeps, when it wakes.
    browsers.at(program, now(), () => {
      deps.started();
      tick();
      void open();
    });
  }

  function startAgain() {
    if (page) page.isAlive = false;
    startPage(isAnswered);
  }

  function off() {
    if (page) page.isAlive = false;
    page = undefined;
    stopWorker();
  }

  return {
    device,
    on() {
      off();
      switchedOnAt = now();
      sleptMs = 0;
      device.sleepsUntil = 0;
      isAnswered = false;
      startPage(false);
    },
    off,
    reload() {
      if (page) startAgain();
    },
    stopWorker,
    sleep(ms) {
      const from = Math.max(now(), device.sleepsUntil);
      const until = Math.max(from, now() + ms);
      device.sleepsUntil = until;
      // Nobody looks at it in between.
      sleptMs += device.quartz.count(until) - device.quartz.count(from);
    },
    seen: () => page?.seen(),
  };
}
