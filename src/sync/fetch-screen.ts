import { SCREEN_PATH } from '../contract/endpoint.ts';
import { parseScreenDocument, type ScreenDocument } from '../contract/screen.ts';
import type { Credential } from '../contract/stored.ts';
import { ask, bodyOf, type Answered, type AnswerTime, type AskDeps } from './ask.ts';

const TIMEOUT_MS = 10_000;
/** The document is below 1 kB; a school may give a screen many classes. */
const MOST_BYTES = 64_000;

export type ScreenAnswer = { readonly time?: AnswerTime | undefined } & (
  | {
      readonly kind: 'document';
      readonly document: ScreenDocument;
      readonly text: string;
      readonly etag?: string | undefined;
    }
  | { readonly kind: 'notModified' }
  | { readonly kind: 'notPaired' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'busy'; readonly retryAfterSeconds?: number | undefined }
  /** Nobody answered. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Somebody did, but not our endpoint as we know it. */
  | { readonly kind: 'refused'; readonly reason: string }
);

/** Asks once which snapshot this screen should show. Never rejects. */
export async function fetchScreen(
  credential: Credential,
  etag: string | undefined,
  deps: AskDeps,
): Promise<ScreenAnswer> {
  try {
    const headers = {
      authorization: `Bearer ${credential.token}`,
      ...(etag !== undefined && { 'if-none-match': etag }),
    };
    const request = {
      url: SCREEN_PATH,
      headers,
      cache: 'no-store',
      mostBytes: MOST_BYTES,
    } as const;
    return answerIn(await ask({ ...request, timeoutMs: TIMEOUT_MS }, deps), credential);
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

function answerIn(answered: Answered, credential: Credential): ScreenAnswer {
  const { status, headers, isOurs, time } = answered;
  switch (status) {
    case 304:
      return { kind: 'notModified', time };
    case 401:
    case 410:
      // A proxy says such things for reasons of its own.
      if (!isOurs) break;
      return { kind: status === 401 ? 'notPaired' : 'gone', time };
    case 429:
    case 503:
      return { kind: 'busy', retryAfterSeconds: secondsIn(headers.get('retry-after')), time };
  }
  const { text, refusal } = bodyOf(answered);
  if (text === undefined) return { kind: 'refused', reason: refusal, time };
  try {
    const document = parseScreenDocument(text);
    const { id, school } = document.screen;
    if (id !== credential.screen || school !== credential.school) {
      return { kind: 'refused', reason: `the document is of ${school}.${id}`, time };
    }
    return { kind: 'document', document, text, etag: headers.get('etag') ?? undefined, time };
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error), time };
  }
}

function secondsIn(value: string | null): number | undefined {
  // The endpoint sends seconds; a date, which a proxy may send, depends on a clock that may be wrong.
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** What went wrong, in words, from whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
