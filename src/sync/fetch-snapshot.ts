import { LARGEST_SNAPSHOT_BYTES, SNAPSHOT_PATH } from '../contract/endpoint.ts';
import { ask, bodyOf, type AskDeps, type Failure } from './ask.ts';

const LONGEST_MS = 10_000;

export type SnapshotRequest = {
  readonly revision: string;
  /** Caches on the way have answered with something else before. */
  readonly passesCaches: boolean;
  /** Never longer than 10 s. */
  readonly timeoutMs: number;
};

export type SnapshotAnswer = { readonly kind: 'snapshot'; readonly text: string } | Failure;

/**
 * Fetches the text that should have the hash `revision`, which is for the caller to verify. Any
 * cache on the way may answer, unless `passesCaches`. Never rejects.
 */
export function fetchSnapshot(
  { revision, passesCaches, timeoutMs }: SnapshotRequest,
  deps: AskDeps,
): Promise<SnapshotAnswer> {
  const request = {
    url: SNAPSHOT_PATH + revision,
    cache: passesCaches ? 'reload' : 'default',
    mostBytes: LARGEST_SNAPSHOT_BYTES,
    timeoutMs: Math.min(timeoutMs, LONGEST_MS),
  } as const;
  return ask(request, deps, (answer) => ({ kind: 'snapshot', text: bodyOf(answer) }));
}
