import { timingSafeEqual } from 'node:crypto';

import type { PairingAnswer, PairingDocument } from '../src/contract/pairing.ts';
import type { Credential } from '../src/contract/stored.ts';
import type { Pairing, Standing } from './pairing.ts';
import {
  INTERVAL_MS,
  LIFETIME_MS,
  approved,
  denied,
  isLiveAt,
  makePairing,
  polled,
  standingAt,
} from './pairing.ts';
import { hashToken, makeToken } from './token.ts';
import { makeUserCode } from './user-code.ts';

/** Of all TVs together; and so few of a billion codes that a slip of the finger finds nobody else's. */
export const MOST_PAIRINGS = 2000;
/** Of one address: the TVs of a whole school behind one router, but not all pairings there may be. */
export const MOST_PER_ADDRESS = 100;
/** Wrong codes in `WRONG_WINDOW_MS`, after which the right one is not taken either. */
export const MOST_WRONG = 10;
export const WRONG_WINDOW_MS = 600_000;

export type Opened =
  | { readonly kind: 'opened'; readonly document: PairingDocument }
  /** As many as there may be: one comes free after this time. */
  | { readonly kind: 'full'; readonly retryAfterMs: number };

export type Found = { readonly kind: 'found'; readonly key: string } | NotFound;

export type NotFound =
  | { readonly kind: 'unknown' | Exclude<Standing, 'pending'> }
  /** Too many wrong codes: none is looked at for this time. */
  | { readonly kind: 'barred'; readonly retryAfterMs: number };

/** The pairings under way. They are in memory alone: after a restart, each TV asks for a new code. */
export type Pairings = {
  /** A new pairing for a TV at `address`. */
  readonly open: (address: string, instant: number) => Opened;
  /** What the TV with this device code is told. */
  readonly poll: (deviceCode: string, instant: number) => PairingAnswer;
  /** The pairing that an operator can decide about, by its nine digits as `readUserCode` gives them. */
  readonly find: (userCode: string, instant: number) => Found;
  /** Decides about what was found at `instant`. */
  readonly approve: (key: string, credential: Credential, instant: number) => void;
  readonly deny: (key: string, instant: number) => void;
};

type Entry = { readonly address: string; readonly pairing: Pairing };

/** No pairing yet. `makeCode` makes nine random digits. */
export function makePairings(makeCode: () => string = makeUserCode): Pairings {
  // By hash of the device code, as screens are by that of their token: nobody can guess 256 random
  // bits, and looking a hash up takes the same time whatever they are.
  const entries = new Map<string, Entry>();
  let wrong: readonly number[] = [];

  function open(address: string, instant: number): Opened {
    forget(instant);
    const live = [...entries.values()].filter(({ pairing }) => isLiveAt(pairing, instant));
    const own = live.filter((entry) => entry.address === address);
    if (own.length >= MOST_PER_ADDRESS) return fullOf(own, instant);
    if (entries.size >= MOST_PAIRINGS) return fullOf(live, instant);
    const userCode = makeUnusedCode();
    const deviceCode = makeToken();
    const pairing = makePairing(userCode, instant);
    entries.set(hashToken(deviceCode), { address, pairing });
    const document = {
      format: 'pairing/1',
      deviceCode,
      userCode,
      expiresInSeconds: LIFETIME_MS / 1000,
      intervalSeconds: INTERVAL_MS / 1000,
    } as const;
    return { kind: 'opened', document };
  }

  // For a while a code that has run out is told from one that never was, if there is room.
  function forget(instant: number): void {
    const isFull = entries.size >= MOST_PAIRINGS;
    for (const [key, { pairing }] of entries) {
      if (isLiveAt(pairing, instant)) continue;
      const isLongAgo = Math.abs(instant - pairing.expiresAt) >= LIFETIME_MS;
      if (isFull || isLongAgo) entries.delete(key);
    }
  }

  function makeUnusedCode(): string {
    const used = new Set([...entries.values()].map(({ pairing }) => pairing.userCode));
    let code = makeCode();
    while (used.has(code)) code = makeCode();
    return code;
  }

  function poll(deviceCode: string, instant: number): PairingAnswer {
    const key = hashToken(deviceCode);
    const entry = entries.get(key);
    if (entry === undefined) return { kind: 'expired_token' };
    const { pairing, answer } = polled(entry.pairing, instant);
    entries.set(key, { ...entry, pairing });
    return answer;
  }

  function find(userCode: string, instant: number): Found {
    wrong = wrong.filter((at) => at <= instant && instant < at + WRONG_WINDOW_MS);
    const [first = instant] = wrong;
    if (wrong.length >= MOST_WRONG) {
      return { kind: 'barred', retryAfterMs: first + WRONG_WINDOW_MS - instant };
    }
    const found = lookAtAll(userCode, instant);
    if (found.kind !== 'found') wrong = [...wrong, instant];
    return found;
  }

  // Each one is looked at, and each for as long: the time it takes says nothing about their digits.
  function lookAtAll(userCode: string, instant: number): Found {
    const asked = Buffer.from(userCode);
    let found: Found = { kind: 'unknown' };
    for (const [key, { pairing }] of entries) {
      const standing = standingAt(pairing, instant);
      const shown: Found = standing === 'pending' ? { kind: 'found', key } : { kind: standing };
      if (timingSafeEqual(Buffer.from(pairing.userCode), asked)) found = shown;
    }
    return found;
  }

  function change(key: string, decide: (pairing: Pairing) => Pairing): void {
    const entry = entries.get(key);
    if (entry) entries.set(key, { ...entry, pairing: decide(entry.pairing) });
  }

  return {
    open,
    poll,
    find,
    approve: (key, credential, instant) =>
      change(key, (pairing) => approved(pairing, credential, instant)),
    deny: (key, instant) => change(key, (pairing) => denied(pairing, instant)),
  };
}

function fullOf(entries: readonly Entry[], instant: number): Opened {
  const ends = entries.map(({ pairing }) => pairing.expiresAt);
  return { kind: 'full', retryAfterMs: Math.min(...ends) - instant };
}
