import { boolean, number, object, optional, string, type Guarded } from './guard.ts';

/** A newer snapshot that the endpoint has named and the screen does not hold yet. */
export const Pending = object({
  /** Text of the screen document that names it. */
  document: string,
  etag: optional(string),
  revision: string,
  /** When to fetch it. */
  at: number,
});
export type Pending = Guarded<typeof Pending>;

/** What a screen remembers between two knocks: instants of its polling. Kept on disk. */
export const RefreshState = object({
  /** Nothing is asked before this instant. */
  nextAt: number,
  askedAt: optional(number),
  /** When the endpoint last said that what the screen holds is current. */
  confirmedAt: optional(number),
  /** Requests failed in a row. */
  failures: number,
  /** Slots in a row that passed without a knock. */
  missed: number,
  /** `Retry-After` of the last answer, as an instant. */
  notBefore: optional(number),
  pending: optional(Pending),
  /** The endpoint does not know the screen's token. */
  isUnpaired: optional(boolean),
  /** The last body was not what its name promised: caches on the way are to be passed by. */
  distrustsCaches: optional(boolean),
});
export type RefreshState = Guarded<typeof RefreshState>;

/** What happened on the network, for whoever stands in front of the screen with a question. */
export const NetworkReport = object({
  /** Instant of the last answer of the endpoint, whatever it said. */
  answeredAt: optional(number),
  /** What the endpoint's clock read in it. */
  told: optional(number),
  /** The last thing that went wrong, in words. */
  lastError: optional(object({ at: number, text: string })),
  /** Answers that were not believed and dropped. */
  refused: number,
});
export type NetworkReport = Guarded<typeof NetworkReport>;
