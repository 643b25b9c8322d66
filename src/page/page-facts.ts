import type { Refreshed } from '../contract/message.ts';
import type { Credential } from '../contract/stored.ts';
import type { AppUpdate } from '../sync/app-update.ts';
import type { Keeper } from '../sync/keeper.ts';
import type { Knocker } from '../sync/knock.ts';
import { chimes } from './chime/chimes.ts';
import type { PageFacts } from './diagnostics-view.ts';
import type { PageClock } from './page-clock.ts';
import { pageFreshness } from './page-freshness.ts';
import { settingsOf, type PageState } from './page-state.ts';
import { readStorageFacts, type StorageFacts } from './storage-facts.ts';

/** What lies over the wall when a technician calls it; a device that is no screen shows the second. */
export type OverlayName = 'diagnostics' | 'pairing' | 'selfTest' | 'clock';

/** The living parts of a page that somebody may ask, and what an overlay can do. */
export type PageParts = {
  readonly state: PageState;
  readonly clock: PageClock;
  readonly update: AppUpdate;
  readonly knocks: Knocker;
  readonly build: string;
  /** Instant at which the page was started. */
  readonly startedAt: number;
  /** The last thing that went wrong in the page itself. */
  readonly trouble: string | undefined;
  /** Of what was called; not above 0 for what is there for want of a screen. */
  readonly closesInSeconds: number;
  /** Numbers in [0, 1) by chance. */
  readonly random: () => number;
  readonly monotonic: () => number;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly workers: ServiceWorkerContainer | undefined;
  readonly here: () => Promise<Keeper>;
  /** Puts another overlay over the wall, or with none takes this one away. */
  readonly call: (name?: OverlayName) => void;
  /** This device is this screen from now on. */
  readonly paired: (credential: Credential, answer: Refreshed | undefined) => void;
};

let storage: StorageFacts | undefined;

/** What the parts of a page, and the browser, say about themselves now. */
export function pageFacts(parts: PageParts): PageFacts {
  const { state, clock, update, knocks, build, startedAt, trouble } = parts;
  const { kept, credential, refresh, report, storageTrouble } = state;
  const instant = clock.now();
  if (!storage) {
    storage = {};
    // Shown with the next second.
    void readStorageFacts().then((read) => (storage = read));
  }
  return {
    instant,
    kept,
    credential,
    isStale: pageFreshness(state, instant).kind === 'stale',
    refresh,
    report,
    isOnline: navigator.onLine,
    host: location.host,
    clock: {
      isTrusted: clock.isTrusted(),
      confirmed: clock.confirmed(),
      offset: clock.offset(),
      bound: clock.bound(),
      device: clock.now() - clock.offset(),
      deviceZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    app: {
      build,
      isUpdateWaiting: Boolean(update.registration()?.waiting),
      worker: knocks.status(),
      workerFailure: update.failure(),
      startedAt,
    },
    storage: { ...storage, lastError: trouble ?? storageTrouble },
    display: {
      size: `${innerWidth} × ${innerHeight} @ ${devicePixelRatio}`,
      engine: /(Chrome|Firefox|Version)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? 'unknown',
      theme: document.documentElement.dataset['theme'] ?? 'light',
    },
    chime:
      settingsOf(state)?.chime === 'bells' ? (chimes.here()?.chimeStatus() ?? 'locked') : 'off',
    closesInSeconds: parts.closesInSeconds,
  };
}
