import type { Pointer } from '../contract/screen.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { civilAt, dateText } from './civil.ts';

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

/**
 * Whether a snapshot that the endpoint confirmed at `confirmedAt`, and that counts as fresh through
 * `freshUntil`, is still fresh at `instant`.
 */
export function freshnessAt(
  confirmedAt: number,
  freshUntil: number,
  offsets: Snapshot['offsets'],
  instant: number,
): Freshness {
  return instant <= freshUntil ? { kind: 'fresh' } : staleSince(confirmedAt, offsets);
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
