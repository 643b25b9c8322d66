import * as v from 'valibot';

import { NetworkReport, RefreshState } from './refresh-state.ts';
import { Credential, StoredRecord } from './stored.ts';

/*
 * What the page and the service worker say to each other. They may be of different builds: a
 * message is extended by optional fields only, and whoever does not know one ignores it.
 */

/** "It is `instant`; is there anything to do for this screen?" Answered by `Refreshed`. */
const Wake = v.object({
  kind: v.literal('wake'),
  screen: v.string(),
  /** True time: the page owns the clock. */
  instant: v.number(),
  /** The page has just started. */
  isBoot: v.optional(v.boolean()),
  credential: v.optional(Credential),
  /** What the page shows, for a worker whose storage has lost it. */
  holds: v.optional(v.object({ document: v.string(), etag: v.optional(v.string()) })),
  refresh: v.optional(RefreshState),
});
export type Wake = Readonly<v.InferOutput<typeof Wake>>;

export const ToWorker = v.variant('kind', [
  Wake,
  /** The page shows what the worker has lost: store it again. */
  v.object({ kind: v.literal('keep'), credential: Credential, record: StoredRecord }),
  /** The page of this build has painted. */
  v.object({ kind: v.literal('bootOk'), build: v.string() }),
  /** To a waiting worker: this is a good moment. Answered by `TakingOver`. */
  v.object({ kind: v.literal('takeOver') }),
]);
export type ToWorker = Readonly<v.InferOutput<typeof ToWorker>>;

/** One comparison with the endpoint's clock, told so that the page can relate it to its own. */
export const TimeSample = v.object({
  /** The endpoint's clock when it answered. */
  server: v.number(),
  roundTripMs: v.number(),
  /** From the arrival of the answer until this message was sent. */
  elapsedMs: v.number(),
});
export type TimeSample = Readonly<v.InferOutput<typeof TimeSample>>;

/** What has come of a knock; sent to every window. */
export const Refreshed = v.object({
  kind: v.literal('refreshed'),
  screen: v.string(),
  refresh: RefreshState,
  report: NetworkReport,
  /** From the arrival of the wake until this message was sent. */
  workedMs: v.number(),
  time: v.optional(TimeSample),
  /** What to show from now on, where it differs from what the page holds. */
  record: v.optional(StoredRecord),
  /** Nothing is stored of what the page holds. */
  lacksRecord: v.optional(v.boolean()),
  /** The school has removed this screen. */
  isGone: v.optional(v.boolean()),
});
export type Refreshed = Readonly<v.InferOutput<typeof Refreshed>>;

export const TakingOver = v.object({
  kind: v.literal('takingOver'),
  /** False: its files are not all there, and it goes on waiting. */
  isReady: v.boolean(),
});
export type TakingOver = Readonly<v.InferOutput<typeof TakingOver>>;
