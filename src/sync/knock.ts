import type { Refreshed, Wake } from '../contract/message.ts';

/*
 * The page is the metronome: a service worker is stopped half a minute after its last event, and its
 * timers with it. Every second the page looks whether the next instant has come, and then wakes
 * whoever does the work.
 *
 *   worker   the worker does it, and has 20 s to answer
 *   coming   a worker is being installed: it is waited for, up to 20 s
 *   silent   it did not answer: the page does it from its next slot on, tells the worker afterwards,
 *            and goes back to it with its first answer; after three silences it is registered anew
 *   none     there is no worker here, as on plain http: the page does it
 */
export type WorkerStatus = 'worker' | 'coming' | 'silent' | 'none';

export type KnockDeps = {
  /** Whether there is a worker to talk to. */
  readonly worker: () => 'active' | 'coming' | 'none';
  /** Sends a wake to the worker; resolves with its answer, or never. */
  readonly wakeWorker: (wake: Wake) => Promise<Refreshed>;
  /** Does the same work in this page; rejects while it cannot, and is asked again a minute later. */
  readonly refreshHere: (wake: Wake) => Promise<Refreshed>;
  readonly registerAnew: () => void;
  readonly makeWake: (isBoot: boolean) => Wake;
  /** Hands over what has come of a knock; `delayMs` is how long it may have been under way. */
  readonly heard: (answer: Refreshed, delayMs: number) => void;
  readonly monotonic: () => number;
  readonly setTimeout: (work: () => void, ms: number) => void;
};

export type Knocker = {
  /** To be called about once a second; it costs nothing when there is nothing to do. */
  readonly tick: (instant: number) => void;
  /** To be called with what the worker tells all windows. */
  readonly overheard: (answer: Refreshed) => void;
  readonly status: () => WorkerStatus;
};

const PATIENCE_MS = 20_000;
const SILENCES = 3;
const SOON_MS = 1_000;
/**
 * Timers and the page's clock cut off what is below a millisecond, each. A knock before its instant
 * is in vain, and the next one comes with the tick: on the second, together with every other screen's.
 */
const CUT_OFF_MS = 2;
/** A message between two threads of one browser. */
const BROADCAST_MS = 250;
/** Longer than the page's own work can take, with every timeout in it. */
const OWN_PATIENCE_MS = 60_000;

/** A metronome for one screen, from its first tick until the page is closed. */
export function knocker(deps: KnockDeps): Knocker {
  const startedAt = deps.monotonic();
  /** Instant of the next knock; at first, at once. */
  let nextAt = 0;
  let silences = 0;
  /** The knock under way: when it was sent, and whether the worker has it. */
  let pending: { readonly sentAt: number; readonly isWorkers: boolean } | undefined;
  let isArmed = false;

  function status(): WorkerStatus {
    const worker = deps.worker();
    if (worker === 'none') return 'none';
    if (silences > 0) return 'silent';
    if (worker === 'active') return 'worker';
    return deps.monotonic() - startedAt < PATIENCE_MS ? 'coming' : 'silent';
  }

  function took(answer: Refreshed, delayMs: number) {
    nextAt = answer.refresh.nextAt;
    deps.heard(answer, delayMs);
  }

  async function knock(isWorkers: boolean) {
    const sentAt = deps.monotonic();
    const sent = { sentAt, isWorkers };
    pending = sent;
    const wake = deps.makeWake(nextAt === 0);
    const answering = isWorkers ? deps.wakeWorker(wake) : deps.refreshHere(wake);
    const answer = await answering.catch(() => undefined);
    // The knock stays under way until its time is up.
    if (!answer) return;
    if (pending === sent) pending = undefined;
    if (isWorkers) silences = 0;
    const elapsed = deps.monotonic() - sentAt;
    took(answer, Math.max(0, elapsed - answer.workedMs));
    // The slot is used up already: the worker will only say that it is there again.
    if (!isWorkers && !pending && deps.worker() === 'active') void knock(true);
  }

  function givenUp() {
    pending = undefined;
    silences += 1;
    if (silences % SILENCES === 0) deps.registerAnew();
  }

  function knockIfDue(instant: number) {
    // Whoever only asks a silent worker whether it is there again does not miss a slot for it.
    const isBusy = pending !== undefined && !(pending.isWorkers && silences > 0);
    if (isBusy || instant < nextAt) return;
    const now = status();
    if (now !== 'coming') void knock(now === 'worker');
  }

  function tick(instant: number) {
    if (pending?.isWorkers && deps.monotonic() - pending.sentAt > PATIENCE_MS) {
      const wasProbe = silences > 0;
      givenUp();
      // Finds its next slot, and asks in it; a probe has left that to the page already.
      if (!wasProbe) void knock(false);
    }
    if (pending && deps.monotonic() - pending.sentAt > OWN_PATIENCE_MS) pending = undefined;
    knockIfDue(instant);
    const leftMs = nextAt - instant;
    // The tick is on the second, where every screen's is; the slot is not.
    if (leftMs <= 0 || leftMs > SOON_MS || isArmed) return;
    isArmed = true;
    deps.setTimeout(() => {
      isArmed = false;
      knockIfDue(nextAt);
    }, leftMs + CUT_OFF_MS);
  }

  return {
    tick,
    overheard: (answer) => took(answer, BROADCAST_MS),
    status,
  };
}
