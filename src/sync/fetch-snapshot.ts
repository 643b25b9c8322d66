import { LARGEST_SNAPSHOT_BYTES, SNAPSHOT_PATH } from '../contract/endpoint.ts';
import { ask, bodyOf, type AskDeps } from './ask.ts';
import { reasonOf } from './fetch-screen.ts';
import { revisionOf } from './revision.ts';

const LONGEST_MS = 10_000;

export type SnapshotRequest = {
  readonly revision: string;
  /** Caches on the way have answered with something else before. */
  readonly passesCaches: boolean;
  /** Never longer than 10 s. */
  readonly timeoutMs: number;
};

export type SnapshotAnswer =
  | { readonly kind: 'snapshot'; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Fetches the text whose hash is `revision`; what arrives with another hash is refused. Any cache
 * on the way may answer, unless `passesCaches`. Never rejects.
 */
export async function fetchSnapshot(
  { revision, passesCaches, timeoutMs }: SnapshotRequest,
  deps: AskDeps,
): Promise<SnapshotAnswer> {
  try {
    const answered = await ask(
      {
        url: SNAPSHOT_PATH + revision,
        cache: passesCaches ? 'reload' : 'default',
        mostBytes: LARGEST_SNAPSHOT_BYTES,
        timeoutMs: Math.min(timeoutMs, LONGEST_MS),
      },
      deps,
    );
    const { text, refusal } = bodyOf(answered);
    if (text === undefined) return { kind: 'refused', reason: `snapshot: ${refusal}` };
    // Before anything reads it: a body cut short may well be JSON.
    const received = revisionOf(text);
    return received === revision
      ? { kind: 'snapshot', text }
      : { kind: 'refused', reason: `snapshot: the hash is ${received}, not ${revision}` };
  } catch (error) {
    return { kind: 'failed', reason: `snapshot: ${reasonOf(error)}` };
  }
}
