import { boolean, number, object, optional, string, type Guarded } from './guard.ts';

/** What lets a screen ask for its document; made when a person opens its link. */
export const Credential = object({
  school: string,
  screen: string,
  /** 256 random bits. Never shown, never logged. */
  token: string,
});
export type Credential = Guarded<typeof Credential>;

/** One generation as it came over the wire: texts, not values, so that they can be verified again. */
export const StoredRecord = object({
  /** Text of the screen document. */
  document: string,
  etag: optional(string),
  /** Text of the snapshot that it names; absent when it names none. */
  text: optional(string),
});
export type StoredRecord = Guarded<typeof StoredRecord>;

/** The device's clock against the true time, for the next start. */
export const StoredClock = object({
  /** True time − the device's time of day, in ms. */
  offset: number,
  /** The highest instant ever seen. */
  highest: number,
  /** The device came back from being off with another offset, or with the same; absent: neither yet. */
  losesTime: optional(boolean),
});
export type StoredClock = Guarded<typeof StoredClock>;
