import * as v from 'valibot';

/** A newer snapshot that the endpoint has named and the screen does not hold yet. */
export const Pending = v.object({
  /** Text of the screen document that names it. */
  document: v.string(),
  etag: v.optional(v.string()),
  revision: v.string(),
  /** When to fetch it. */
  at: v.number(),
});
export type Pending = Readonly<v.InferOutput<typeof Pending>>;

/** What a screen remembers between two knocks: instants of its polling. Kept on disk. */
export const RefreshState = v.object({
  /** Nothing is asked before this instant. */
  nextAt: v.number(),
  askedAt: v.optional(v.number()),
  /** When the endpoint last said that what the screen holds is current. */
  confirmedAt: v.optional(v.number()),
  /** Requests failed in a row. */
  failures: v.number(),
  /** Slots in a row that passed without a knock. */
  missed: v.number(),
  /** `Retry-After` of the last answer, as an instant. */
  notBefore: v.optional(v.number()),
  pending: v.optional(Pending),
  /** The endpoint does not know the screen's token. */
  isUnpaired: v.optional(v.boolean()),
  /** The last body was not what its name promised: caches on the way are to be passed by. */
  distrustsCaches: v.optional(v.boolean()),
});
export type RefreshState = Readonly<v.InferOutput<typeof RefreshState>>;

/** What happened on the network, for whoever stands in front of the screen with a question. */
export const NetworkReport = v.object({
  /** Instant of the last answer of the endpoint, whatever it said. */
  answeredAt: v.optional(v.number()),
  /** The last thing that went wrong, in words. */
  lastError: v.optional(v.object({ at: v.number(), text: v.string() })),
  /** Answers that were not believed and dropped. */
  refused: v.number(),
});
export type NetworkReport = Readonly<v.InferOutput<typeof NetworkReport>>;
