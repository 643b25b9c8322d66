import { SNAPSHOT_PATH } from '../src/contract/endpoint.ts';
import type { Answer, RequestFacts } from './answer.ts';
import { refusal, refusedMethod } from './answer.ts';
import { preferredCoding } from './content-coding.ts';
import { entityTag, matchesEntityTag } from './entity-tag.ts';
import type { HotState } from './live-state.ts';

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
  const headers = {
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    etag: entityTag(revision),
  };
  if (matchesEntityTag(facts.ifNoneMatch, [revision])) return { status: 304, headers };
  const coding = preferredCoding(facts.acceptEncoding);
  if (coding === undefined) return refusal(406, 'Snapshots come as br, gzip or identity');
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': 'application/json',
      ...(coding !== 'identity' && { 'content-encoding': coding }),
    },
    body: encodings[coding],
  };
}
