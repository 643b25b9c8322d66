import { SCREEN_PATH } from '../contract/endpoint.ts';
import { parseScreenDocument, type ScreenDocument } from '../contract/screen.ts';
import type { Credential } from '../contract/stored.ts';
import { ask, bodyOf, type Answer, type AnswerTime, type AskDeps, type Failure } from './ask.ts';

const TIMEOUT_MS = 10_000;
/** The document is below 1 kB; a school may give a screen many classes. */
const MOST_BYTES = 64_000;

export type ScreenAnswer = { readonly time?: AnswerTime | undefined } & (
  | Failure
  | {
      readonly kind: 'document';
      readonly document: ScreenDocument;
      readonly text: string;
      readonly etag?: string | undefined;
    }
  | { readonly kind: 'notModified' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'notPaired'; readonly reason: string }
  | {
      readonly kind: 'busy';
      readonly reason: string;
      readonly retryAfterSeconds?: number | undefined;
    }
);

/** Asks once which snapshot this screen should show. Never rejects. */
export function fetchScreen(
  credential: Credential,
  etag: string | undefined,
  deps: AskDeps,
): Promise<ScreenAnswer> {
  const request = {
    url: SCREEN_PATH,
    headers: {
      authorization: `Bearer ${credential.token}`,
      ...(etag !== undefined && { 'if-none-match': etag }),
    },
    cache: 'no-store',
    mostBytes: MOST_BYTES,
    timeoutMs: TIMEOUT_MS,
  } as const;
  return ask(request, deps, (answer) => answerIn(answer, credential));
}

/** Throws for what is not an answer of our endpoint to this screen. */
function answerIn(answer: Answer, credential: Credential): ScreenAnswer {
  const { status, headers, isOurs, time } = answer;
  switch (status) {
    case 304:
      return { kind: 'notModified', time };
    // A proxy says such things for reasons of its own.
    case 401:
      if (!isOurs) break;
      return { kind: 'notPaired', reason: 'the endpoint does not know this screen', time };
    case 410:
      if (!isOurs) break;
      return { kind: 'gone', time };
    case 429:
    case 503: {
      const retryAfterSeconds = secondsIn(headers.get('retry-after'));
      return { kind: 'busy', reason: 'the endpoint is busy', retryAfterSeconds, time };
    }
  }
  const text = bodyOf(answer);
  const document = parseScreenDocument(text);
  const { id, school } = document.screen;
  if (id !== credential.screen || school !== credential.school) {
    throw new Error(`the document is of ${school}.${id}`);
  }
  return { kind: 'document', document, text, etag: headers.get('etag') ?? undefined, time };
}

function secondsIn(value: string | null): number | undefined {
  // The endpoint sends seconds; a date, which a proxy may send, depends on a clock that may be wrong.
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
