import type { UpdateJitter } from './update-jitter.ts';
import { askWorker } from './worker-channel.ts';

/*
 * From one build to the next, on a page that is never left. The browser looks for a new worker only
 * when a page is opened, so the page makes it look. A new worker installs itself and waits, until
 * the page finds the moment good: then it takes over, and the page is loaded anew, once.
 *
 * The registration itself is looked at, every second. Workbox's own object for it tells of the first
 * update that it sees and is silent about later ones (GoogleChrome/workbox#3285), so that only its
 * messages are used.
 */

export type AppUpdateDeps = {
  readonly register: () => Promise<ServiceWorkerRegistration | undefined>;
  readonly jitter: UpdateJitter;
  readonly monotonic: () => number;
  readonly setTimeout: (work: () => void, ms: number) => void;
  readonly reload: () => void;
};

export type AppUpdate = {
  /** To be called about once a second; `isMoment` says whether an update may be applied now. */
  readonly tick: (isMoment: boolean) => void;
  /** Applies a waiting build now. Resolves with false when there is none, or it is not complete. */
  readonly apply: () => Promise<boolean>;
  readonly registration: () => ServiceWorkerRegistration | undefined;
  /** Registers the worker, or tries again. Never rejects. */
  readonly register: () => Promise<void>;
  /** Why there is no worker, if there is none. */
  readonly failure: () => string | undefined;
};

/** Keeps the app of this page up to date. */
export function appUpdate(deps: AppUpdateDeps): AppUpdate {
  let registration: ServiceWorkerRegistration | undefined;
  let failure: string | undefined;
  /** The worker that was active when this page first saw one. */
  let active: ServiceWorker | null | undefined;
  let checkAt = deps.monotonic() + deps.jitter.updateCheck();
  let isApplying = false;
  let isLeaving = false;

  function reloadOnce() {
    if (isLeaving) return;
    isLeaving = true;
    deps.reload();
  }

  async function register(): Promise<void> {
    try {
      registration = (await deps.register()) ?? registration;
      failure = undefined;
    } catch (error) {
      failure = String(error);
    }
  }

  async function check(): Promise<void> {
    checkAt = deps.monotonic() + deps.jitter.updateCheck();
    // Rejects without a network: there is nothing new then.
    if (registration) await registration.update().catch(() => {});
    // Whatever kept the worker from being registered may be over.
    else await register();
  }

  async function apply(): Promise<boolean> {
    const waiting = registration?.waiting;
    if (!waiting || isApplying) return false;
    isApplying = true;
    const { isReady } = await askWorker(waiting, { kind: 'takeOver' }, 'takingOver');
    isApplying = isReady;
    if (isReady) {
      reloadIfActive();
      waiting.addEventListener('statechange', reloadIfActive);
    }
    return isReady;

    function reloadIfActive() {
      if (waiting?.state === 'activated') reloadOnce();
    }
  }

  function noticeOther() {
    const now = registration?.active;
    if (!now || now === active) return;
    // Another tab has applied an update, or the kill switch came: not all pages at the same moment.
    if (active) deps.setTimeout(reloadOnce, isApplying ? 0 : deps.jitter.kill());
    active = now;
  }

  return {
    tick(isMoment) {
      noticeOther();
      if (deps.monotonic() >= checkAt) void check();
      if (isMoment && registration?.waiting) void apply();
    },
    apply,
    registration: () => registration,
    register,
    failure: () => failure,
  };
}
