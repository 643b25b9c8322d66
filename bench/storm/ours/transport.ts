import type { Answer } from '../../../server/answer.ts';
import { TIME_HEADER } from '../../../src/contract/endpoint.ts';
import type { TapeScreen } from '../tape.ts';
import type { World } from '../world.ts';
import type { EndpointHere, Exchange } from './endpoint-here.ts';
import type { Poll } from './poll-answer.ts';

/** What lies between a screen and the endpoint; and how time passes while a screen waits. */
export type Transport = {
  /** True time, with what has passed since the work of this event began. */
  readonly now: () => number;
  /** An event begins. */
  readonly begin: () => void;
  /** Asks, and leaves the answer for `fetch` if nobody takes it with `take`. */
  readonly ask: (facts: Poll) => Exchange;
  /** Waits for what was asked for. */
  readonly take: (asked: Exchange) => void;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
};

/** Screens give up after this long (`src/sync/fetch-screen.ts`, `fetch-snapshot.ts`). */
const TIMEOUT_MS = 10_000;

/**
 * A network on which an event of a screen runs to its end at once: what it waits for is added to its
 * own time. Nobody else can tell, because what a screen does between two events is its own affair.
 */
export function transport(
  { school, upMs, downMs }: TapeScreen,
  { queue, meter }: World,
  endpoint: EndpointHere,
): Transport {
  let elapsedMs = 0;
  let asked: Exchange | undefined;

  const now = () => queue.now() + elapsedMs;

  function exchange(facts: Poll): Exchange {
    const sentAt = now();
    const found = endpoint.exchange(facts, sentAt, upMs, downMs);
    meter.arrived(sentAt + upMs);
    meter.ended(school, sentAt, sentAt + found.tookMs, endingOf(found));
    return found;
  }

  return {
    now,
    begin() {
      elapsedMs = 0;
      asked = undefined;
    },
    ask(facts) {
      asked = exchange(facts);
      return asked;
    },
    take({ tookMs }) {
      elapsedMs += tookMs;
      asked = undefined;
    },
    async fetch(url, { headers, method = 'GET' }) {
      const sent = new Headers(headers);
      const found =
        asked ??
        exchange({
          method,
          path: url,
          authorization: sent.get('authorization') ?? undefined,
          ifNoneMatch: sent.get('if-none-match') ?? undefined,
        });
      asked = undefined;
      elapsedMs += Math.min(found.tookMs, TIMEOUT_MS);
      if (found.kind === 'refused') throw new Error('connection refused');
      if (found.tookMs > TIMEOUT_MS) throw new Error('no answer within 10 s');
      return responseOf(found.answer, found.server);
    },
  };
}

function endingOf(exchange: Exchange) {
  if (exchange.kind === 'refused') return 'failed';
  if (exchange.tookMs > TIMEOUT_MS) return 'timeout';
  const { status } = exchange.answer;
  return status === 200 || status === 304 ? 'ready' : 'failed';
}

function responseOf({ status, headers, body }: Answer, server: number): Response {
  const sent = { ...headers, [TIME_HEADER]: String(server) };
  // A copy: the reader of a body may keep its buffer.
  return new Response(body ? Buffer.from(body) : null, { status, headers: sent });
}
