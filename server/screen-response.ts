import type { Answer, RequestFacts } from './answer.ts';
import { refusal, refusedMethod } from './answer.ts';
import { entityTag, matchesEntityTag } from './entity-tag.ts';
import type { HotState, ScreenAnswer } from './live-state.ts';
import { onceFor } from './once-for.ts';
import { tokenHashOn } from './token.ts';

const UNKNOWN_TOKEN = 'No screen has this token: pair the screen again';
const WITHOUT_TOKEN =
  'There is no token in this request: see whether a proxy in front removes its Authorization field';
// A shared cache must not keep what one screen was told, and its own must ask each time.
const CACHING = { 'cache-control': 'private, no-cache', vary: 'Authorization' };
/** Long enough for an office to publish again, which is all that helps. */
const RETRY_AFTER_S = 60;

/** `GET /v1/screen`: which snapshot the screen shows. Everything it may answer was made beforehand. */
export function screenResponse(facts: RequestFacts, { answers }: HotState): Answer {
  const refused = refusedMethod(facts);
  if (refused) return refused;
  const hash = tokenHashOn(facts.connection, facts.authorization);
  const found = hash === undefined ? undefined : answers.get(hash);
  if (found === undefined) {
    return refusal(401, hash === undefined ? WITHOUT_TOKEN : UNKNOWN_TOKEN, {
      'www-authenticate': 'Bearer',
      ...CACHING,
    });
  }
  switch (found.kind) {
    case 'removed':
      return refusal(410, 'This screen has been removed', CACHING);
    case 'lost':
      return refusal(503, 'The school’s snapshot is damaged: publish it again', {
        'retry-after': String(RETRY_AFTER_S),
        ...CACHING,
      });
    case 'document': {
      const { etag, unchanged, whole } = readyFor(found);
      const isHeld = facts.ifNoneMatch === etag || matchesEntityTag(facts.ifNoneMatch, [found.tag]);
      return isHeld ? unchanged : whole;
    }
  }
}

/** The two answers to a screen, made once for as long as it is told the same. */
const readyFor = onceFor(({ tag, bytes }: Extract<ScreenAnswer, { kind: 'document' }>) => {
  const etag = entityTag(tag);
  const headers = { ...CACHING, etag };
  const unchanged: Answer = { status: 304, headers, isUnguarded: true };
  const whole: Answer = {
    status: 200,
    headers: { ...headers, 'content-type': 'application/json' },
    body: bytes,
  };
  return { etag, unchanged, whole };
});
