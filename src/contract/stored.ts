import * as v from 'valibot';

/** What lets a screen ask for its document; made when a person opens its link. */
export const Credential = v.object({
  school: v.string(),
  screen: v.string(),
  /** 256 random bits. Never shown, never logged. */
  token: v.string(),
});
export type Credential = Readonly<v.InferOutput<typeof Credential>>;

/** One generation as it came over the wire: texts, not values, so that they can be verified again. */
export const StoredRecord = v.object({
  /** Text of the screen document. */
  document: v.string(),
  etag: v.optional(v.string()),
  /** Text of the snapshot that it names; absent when it names none. */
  text: v.optional(v.string()),
});
export type StoredRecord = Readonly<v.InferOutput<typeof StoredRecord>>;

/** The device's clock against the true time, for the next start. */
export const StoredClock = v.object({
  /** True time − the device's time of day, in ms. */
  offset: v.number(),
  /** The highest instant ever seen. */
  highest: v.number(),
  /** The device came back from being off with another offset. */
  losesTime: v.boolean(),
});
export type StoredClock = Readonly<v.InferOutput<typeof StoredClock>>;
