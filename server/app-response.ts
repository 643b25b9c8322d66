import type { Answer, RequestFacts } from './answer.ts';
import { refusal, refusedMethod } from './answer.ts';
import type { App } from './app-files.ts';
import { preferredCoding } from './content-coding.ts';
import { entityTag, matchesEntityTag } from './entity-tag.ts';

/** A file of the app, from memory. */
export function appResponse(facts: RequestFacts, { files }: App): Answer {
  const file = files.get(facts.path);
  if (file === undefined) return refusal(404, 'There is nothing at this address');
  const refused = refusedMethod(facts);
  if (refused) return refused;
  const headers = {
    // The page and its worker are asked for again each time: that is how an update is found.
    'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'Accept-Encoding',
    etag: entityTag(file.tag),
  };
  if (matchesEntityTag(facts.ifNoneMatch, [file.tag])) return { status: 304, headers };
  const coding = preferredCoding(facts.acceptEncoding) ?? 'identity';
  const body = file.encodings[coding];
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': file.contentType,
      ...(body !== undefined && coding !== 'identity' && { 'content-encoding': coding }),
    },
    body: body ?? file.encodings.identity,
  };
}
