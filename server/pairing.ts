import type { PairingAnswer } from '../src/contract/pairing.ts';
import type { Credential } from '../src/contract/stored.ts';

/** How long a TV shows a code. */
export const LIFETIME_MS = 600_000;
/** Between two questions of a TV: little enough that its wall is there within 5 s of the approval. */
export const INTERVAL_MS = 2000;
/** What RFC 8628, section 3.5, adds for each question that comes too early. */
const SLOWED_BY_MS = 5000;
const LONGEST_INTERVAL_MS = 60_000;
/** What is approved in the last second can still be fetched. */
const LEAST_TO_FETCH_MS = 60_000;

/**
 * One TV's wish to become a screen.
 *
 *     pending ──approve──▶ approved ──poll──▶ redeemed
 *        │ deny
 *        ▼
 *      denied                 and from each, when its time is over: expired
 */
export type Pairing = {
  readonly userCode: string;
  /** Instant. */
  readonly createdAt: number;
  /** Instant from which nothing comes of it any more. */
  readonly expiresAt: number;
  readonly state:
    | {
        readonly kind: 'pending';
        readonly intervalMs: number;
        /** Instant of the last question. */
        readonly polledAt?: number;
      }
    /** The only place of the token, until the TV has fetched it: stored is its hash. */
    | { readonly kind: 'approved'; readonly credential: Credential }
    | { readonly kind: 'denied' }
    | { readonly kind: 'redeemed' };
};

/** Whether an operator can still decide about a pairing, and if not, why. */
export type Standing = 'pending' | 'used' | 'expired';

/** A pairing that begins at `instant`. */
export function makePairing(userCode: string, instant: number): Pairing {
  return {
    userCode,
    createdAt: instant,
    expiresAt: instant + LIFETIME_MS,
    state: { kind: 'pending', intervalMs: INTERVAL_MS },
  };
}

/** Whether anything can still come of it. A clock that was set back ends it, rather than prolong it. */
export function isLiveAt({ createdAt, expiresAt }: Pairing, instant: number): boolean {
  return createdAt <= instant && instant < expiresAt;
}

/** What an operator who enters its code at `instant` finds. */
export function standingAt(pairing: Pairing, instant: number): Standing {
  if (pairing.state.kind !== 'pending') return 'used';
  return isLiveAt(pairing, instant) ? 'pending' : 'expired';
}

/** Approved: the TV will be given `credential`. What nobody can decide about stays as it is. */
export function approved(pairing: Pairing, credential: Credential, instant: number): Pairing {
  if (standingAt(pairing, instant) !== 'pending') return pairing;
  const expiresAt = Math.max(pairing.expiresAt, instant + LEAST_TO_FETCH_MS);
  return { ...pairing, expiresAt, state: { kind: 'approved', credential } };
}

/** Denied: the TV will be told so. What nobody can decide about stays as it is. */
export function denied(pairing: Pairing, instant: number): Pairing {
  if (standingAt(pairing, instant) !== 'pending') return pairing;
  return { ...pairing, state: { kind: 'denied' } };
}

/** What a TV that asks at `instant` is told, and what the pairing is from then on. */
export function polled(
  pairing: Pairing,
  instant: number,
): { readonly pairing: Pairing; readonly answer: PairingAnswer } {
  const { state } = pairing;
  if (!isLiveAt(pairing, instant)) return { pairing, answer: { kind: 'expired_token' } };
  switch (state.kind) {
    case 'approved': {
      const { credential } = state;
      const redeemed: Pairing = { ...pairing, state: { kind: 'redeemed' } };
      return { pairing: redeemed, answer: { kind: 'paired', credential } };
    }
    case 'redeemed':
      return { pairing, answer: { kind: 'expired_token' } };
    case 'denied':
      return { pairing, answer: { kind: 'access_denied' } };
    case 'pending': {
      const isEarly = isTooEarly(state, instant);
      const intervalMs = isEarly ? slowed(state.intervalMs) : state.intervalMs;
      const waiting: Pairing = {
        ...pairing,
        state: { kind: 'pending', intervalMs, polledAt: instant },
      };
      const answer: PairingAnswer = isEarly
        ? { kind: 'slow_down', intervalSeconds: intervalMs / 1000 }
        : { kind: 'authorization_pending' };
      return { pairing: waiting, answer };
    }
  }
}

type Pending = Extract<Pairing['state'], { readonly kind: 'pending' }>;

// Half of the interval: a network that holds up one question and not the next is nobody's fault.
function isTooEarly({ intervalMs, polledAt }: Pending, instant: number): boolean {
  if (polledAt === undefined || instant < polledAt) return false;
  return instant - polledAt < intervalMs / 2;
}

function slowed(intervalMs: number): number {
  return Math.min(intervalMs + SLOWED_BY_MS, LONGEST_INTERVAL_MS);
}
