import type { NetworkReport, RefreshState } from './refresh-state.ts';
import type { Credential, StoredClock, StoredRecord } from './stored.ts';

/*
 * What the page and the service worker say to each other. They may be of different builds: a
 * message is extended by optional fields only, and whoever does not know a kind ignores it. Both
 * ends are this app, on one device: what came over a wire or from a disk was verified before it is
 * put into a message, and is not verified again at the other end.
 */

/** "What is stored for this screen, or for the last one?" Answered by `Opened`. */
export type Open = {
  readonly kind: 'open';
  /** Absent: the screen that was opened last. */
  readonly screen?: string | undefined;
  /** From a link that a person has just opened: to be stored. */
  readonly credential?: Credential | undefined;
};

/** All that a page needs to show the wall; without a credential, nobody has paired this device. */
export type Opened = {
  readonly kind: 'opened';
  readonly credential?: Credential | undefined;
  readonly record?: StoredRecord | undefined;
  readonly refresh?: RefreshState | undefined;
  readonly report: NetworkReport;
  readonly freshUntil?: number | undefined;
  readonly clock?: StoredClock | undefined;
};

/** "It is `instant`; is there anything to do for this screen?" Answered by `Refreshed`. */
export type Wake = {
  readonly kind: 'wake';
  readonly screen: string;
  /** True time: the page owns the clock. */
  readonly instant: number;
  /** The page has just started. */
  readonly isBoot?: boolean | undefined;
  readonly credential?: Credential | undefined;
  /** What the page shows, for a worker whose storage has lost it. */
  readonly holds?: Pick<StoredRecord, 'document' | 'etag'> | undefined;
  readonly refresh?: RefreshState | undefined;
  /** What the worker last said of the network, for one whose storage has lost it. */
  readonly report?: NetworkReport | undefined;
};

/** The page shows what the worker has lost: store it again. */
export type Keep = {
  readonly kind: 'keep';
  readonly credential: Credential;
  readonly record: StoredRecord;
};

/** The page's clock, for the next start. */
export type KeepClock = { readonly kind: 'keepClock'; readonly clock: StoredClock };

export type ToWorker =
  | Open
  | Wake
  | Keep
  | KeepClock
  /** The page of this build has painted. */
  | { readonly kind: 'bootOk'; readonly build: string }
  /** To a waiting worker: this is a good moment. Answered by `TakingOver`. */
  | { readonly kind: 'takeOver' };

/** One comparison with the endpoint's clock, told so that the page can relate it to its own. */
export type TimeSample = {
  /** The endpoint's clock when it answered. */
  readonly server: number;
  readonly roundTripMs: number;
  /** From the arrival of the answer until this message was sent. */
  readonly elapsedMs: number;
};

/** What has come of a knock; sent to every window. */
export type Refreshed = {
  readonly kind: 'refreshed';
  readonly screen: string;
  readonly refresh: RefreshState;
  readonly report: NetworkReport;
  /** The last instant at which what the page shows is known to be current. */
  readonly freshUntil?: number | undefined;
  /** From the arrival of the wake until this message was sent. */
  readonly workedMs: number;
  readonly time?: TimeSample | undefined;
  /** What to show from now on, where it differs from what the page holds. */
  readonly record?: StoredRecord | undefined;
  /** Nothing is stored of what the page holds. */
  readonly lacksRecord?: boolean | undefined;
  /** The school has removed this screen. */
  readonly isGone?: boolean | undefined;
  /** The last thing that could not be stored or read, in words. */
  readonly storageTrouble?: string | undefined;
};

export type TakingOver = {
  readonly kind: 'takingOver';
  /** False: its files are not all there, and it goes on waiting. */
  readonly isReady: boolean;
};

export type ToPage = Opened | Refreshed | TakingOver;

/** Whether `data` is one of the messages of this kind, as far as its `kind` says. */
export function isMessage<Message extends ToWorker | ToPage, Kind extends Message['kind']>(
  data: unknown,
  kinds: readonly Kind[],
): data is Extract<Message, { readonly kind: Kind }> {
  const kind: unknown = typeof data === 'object' && data !== null && 'kind' in data && data.kind;
  return kinds.some((one) => one === kind);
}
