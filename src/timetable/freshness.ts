import type { Pointer } from '../contract/screen.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { civilAt, dateText } from './civil.ts';
import { nextSlotAfter, type Polling } from './polling.ts';

/** Whether what is shown is known to be current. */
export type Freshness =
  | { readonly kind: 'fresh' }
  | {
      readonly kind: 'stale';
      /** Instant at which it was last known to be current. */
      readonly confirmedAt: number;
      readonly isStale: true;
      /** Civil date `YYYY-MM-DD` of that instant at the school. */
      readonly staleDate: string;
    };

const SLOTS = 3;
const ANSWER_MS = 10_000;
const YOUNG_MS = 10 * 60_000;

/**
 * Whether a snapshot that the endpoint confirmed at `confirmedAt` is still fresh at `instant`: it is
 * until three of the screen's own slots have passed without an answer and ten minutes as well.
 */
export function freshnessAt(
  confirmedAt: number,
  polling: Polling,
  offsets: Snapshot['offsets'],
  instant: number,
): Freshness {
  const isFresh = instant <= freshUntil(confirmedAt, polling);
  return isFresh ? { kind: 'fresh' } : staleSince(confirmedAt, offsets);
}

/** The last instant at which a snapshot confirmed at `confirmedAt` is fresh. */
function freshUntil(confirmedAt: number, polling: Polling): number {
  let slot = confirmedAt;
  for (let passed = 0; passed < SLOTS; passed++) slot = nextSlotAfter(polling, slot);
  // The last of them may still be answered.
  return Math.max(confirmedAt + YOUNG_MS, slot + ANSWER_MS);
}

/** Freshness of a snapshot that the endpoint itself marks: it has lost the newest, and serves this. */
export function servedFreshness(
  pointer: Pointer,
  offsets: Snapshot['offsets'],
): Freshness | undefined {
  if (pointer.isStale !== true) return undefined;
  const { publishedAt, staleDate } = pointer;
  if (staleDate === undefined) return staleSince(publishedAt, offsets);
  return { kind: 'stale', confirmedAt: publishedAt, isStale: true, staleDate };
}

function staleSince(confirmedAt: number, offsets: Snapshot['offsets']): Freshness {
  const staleDate = dateText(civilAt(offsets, confirmedAt).day);
  return { kind: 'stale', confirmedAt, isStale: true, staleDate };
}
