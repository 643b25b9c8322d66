import type { Credential } from '../../src/contract/stored.ts';

/*
 * What the process that serves as 10,000 TVs is told, and what it tells. All instants are of the
 * machine's one clock, in ms.
 */

export type ToScreens =
  /** Switches them on, one after another within `overMs`. */
  | {
      readonly kind: 'switchOn';
      readonly origin: string;
      readonly screens: readonly Credential[];
      readonly overMs: number;
      readonly storage: Storage;
    }
  /** Answered by `Noted`: what was noted since the last of these. */
  | { readonly kind: 'tell' }
  /** Switches all of them off; what they have stored stays. */
  | { readonly kind: 'switchOff' };

/**
 * `indexedDb`: the shipped store over an IndexedDB in memory; `memory`: a small one for thousands of
 * screens, see `memory-store.ts`.
 */
export type Storage = 'indexedDb' | 'memory';

export type FromScreens =
  /** Every screen is on. */
  { readonly kind: 'allOn' } | { readonly kind: 'off' } | Noted;

export type Noted = {
  readonly kind: 'noted';
  readonly screens: readonly ScreenNotes[];
  /** How late this process came to its own work, in ms: it must not be what is measured. */
  readonly delay: { readonly p99: number; readonly max: number };
};

export type ScreenNotes = {
  readonly school: string;
  readonly switchedOnAt: number;
  readonly exchanges: readonly Exchange[];
  /** Each time when the screen began to show a revision, and when it was confirmed. */
  readonly shown: readonly Moment[];
  readonly confirmed: readonly Moment[];
  /** The last thing that went wrong on the network, if anything has. */
  readonly lastError?: string | undefined;
  /** On its sockets, both ways. */
  readonly bytes: number;
  readonly connections: number;
};

export type Moment = { readonly at: number; readonly revision: string };

/** One request and its answer. */
export type Exchange = {
  readonly kind: 'pointer' | 'snapshot';
  readonly at: number;
  readonly ms: number;
  /** 0: no answer; the screen gave up, or the connection broke. */
  readonly status: number;
};
