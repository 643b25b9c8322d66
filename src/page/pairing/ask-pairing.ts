import {
  PAIRINGS_PATH,
  PAIRING_TOKEN_PATH,
  parsePairingAnswer,
  parsePairingDocument,
  type PairingAnswer,
  type PairingDocument,
} from '../../contract/pairing.ts';
import { ask, bodyOf, type AnswerTime, type AskDeps } from '../../sync/ask.ts';

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 10_000;

/** What has come of a question of a TV that is no screen. */
export type Asked<Said> = { readonly time?: AnswerTime | undefined } & (
  | { readonly kind: 'said'; readonly said: Said }
  | { readonly kind: 'busy'; readonly retryAfterSeconds?: number | undefined }
  /** Nobody answered, or not our endpoint as we know it. */
  | { readonly kind: 'failed'; readonly reason: string }
);

/** Asks for two codes. Never rejects. */
export function askForCodes(deps: AskDeps): Promise<Asked<PairingDocument>> {
  return post(PAIRINGS_PATH, {}, parsePairingDocument, deps);
}

/** Asks what has become of the codes. Never rejects. */
export function askForOutcome(deviceCode: string, deps: AskDeps): Promise<Asked<PairingAnswer>> {
  return post(PAIRING_TOKEN_PATH, { deviceCode }, parsePairingAnswer, deps);
}

async function post<Said>(
  url: string,
  body: object,
  parse: (text: string) => Said,
  { fetch, monotonic }: AskDeps,
): Promise<Asked<Said>> {
  const posting = { method: 'POST', body: JSON.stringify(body) };
  const asking = {
    url,
    headers: { 'content-type': 'application/json' },
    cache: 'no-store',
    mostBytes: MOST_BYTES,
    timeoutMs: TIMEOUT_MS,
  } as const;
  const deps = {
    async fetch(address: string, init: RequestInit) {
      const response = await fetch(address, { ...init, ...posting });
      // What nobody reads holds its connection until it happens to be cleared away.
      if (response.status !== 200) response.body?.cancel().catch(() => {});
      return response;
    },
    monotonic,
  };
  const asked = await ask<Asked<Said>>(asking, deps, (answer) => {
    const { status, headers, time } = answer;
    if (status === 429 || status === 503) {
      return { kind: 'busy', retryAfterSeconds: secondsIn(headers.get('retry-after')), time };
    }
    return { kind: 'said', said: parse(bodyOf(answer)), time };
  });
  if (asked.kind === 'said' || asked.kind === 'busy') return asked;
  return { kind: 'failed', reason: asked.reason, time: asked.time };
}

function secondsIn(value: string | null): number | undefined {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
