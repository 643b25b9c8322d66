import { SNAPSHOT_PATH } from '../src/contract/endpoint.ts';
import type { Answer, RequestFacts } from './answer.ts';
import { refusal, refusedMethod } from './answer.ts';
import { preferredCoding, type Coding } from './content-coding.ts';
import { entityTag, matchesEntityTag } from './entity-tag.ts';
import type { HotState } from './live-state.ts';
import type { Encodings } from './store.ts';

const CACHE_CONTROL = 'public, max-age=31536000, immutable';
const VARY = 'Accept-Encoding';

/**
 * `GET /v1/snapshots/<revision>`: bytes that never change under this name, so any cache may keep
 * them for ever. The name cannot be guessed; therefore it needs no token.
 */
export function snapshotResponse(facts: RequestFacts, { snapshots }: HotState): Answer {
  const refused = refusedMethod(facts);
  if (refused) return refused;
  const revision = facts.path.slice(SNAPSHOT_PATH.length);
  const encodings = snapshots.get(revision);
  if (encodings === undefined) return refusal(404, 'There is no snapshot of this revision');
  const etag = entityTag(revision);
  if (matchesEntityTag(facts.ifNoneMatch, [revision])) {
    const headers = { 'cache-control': CACHE_CONTROL, vary: VARY, etag };
    return { status: 304, headers, isUnguarded: true };
  }
  const coding = preferredCoding(facts.acceptEncoding);
  if (coding === undefined) return refusal(406, 'Snapshots come as br, gzip or identity');
  return answerIn(coding, encodings, etag);
}

const answers = new WeakMap<Encodings, Map<Coding, Answer>>();

/** The same answer to everybody who takes this coding: it is made once. */
function answerIn(coding: Coding, encodings: Encodings, etag: string): Answer {
  const made = answers.get(encodings) ?? new Map<Coding, Answer>();
  answers.set(encodings, made);
  const known = made.get(coding);
  if (known) return known;
  const headers = {
    'cache-control': CACHE_CONTROL,
    vary: VARY,
    etag,
    'content-type': 'application/json',
    ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
  };
  const answer = { status: 200, headers, body: encodings[coding] };
  made.set(coding, answer);
  return answer;
}
