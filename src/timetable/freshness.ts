import type { Pointer } from '../contract/screen.ts';

/** Whether what is shown is known to be current. */
export type Freshness =
  | { readonly kind: 'fresh' }
  /** `confirmedAt`: the instant at which it was last known to be current. */
  | { readonly kind: 'stale'; readonly confirmedAt: number };

/**
 * Whether the snapshot that the endpoint confirmed at `confirmedAt`, and that counts as fresh through
 * `freshUntil`, is still fresh at `instant`. One that the endpoint itself marks never is: it has lost
 * the newest, and serves this.
 */
export function freshnessAt(
  { isStale, publishedAt }: Pick<Pointer, 'isStale' | 'publishedAt'>,
  confirmedAt: number,
  freshUntil: number,
  instant: number,
): Freshness {
  if (isStale === true) return { kind: 'stale', confirmedAt: publishedAt };
  return instant <= freshUntil ? { kind: 'fresh' } : { kind: 'stale', confirmedAt };
}
