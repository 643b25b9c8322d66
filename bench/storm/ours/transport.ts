import type { Answer } from '../../../server/answer.ts';
import { TIME_HEADER } from '../../../src/contract/endpoint.ts';
import type { TapeScreen } from '../tape.ts';
import type { World } from '../world.ts';
import type { EndpointHere, Exchange } from './endpoint-here.ts';
import type { Poll } from './poll-answer.ts';

/** What lies between a screen and the endpoint; and how time passes while a screen waits. */
export type Transport = {
  /** Number of the screen's school. */
  readonly school: number;
  readonly upMs: number;
  readonly downMs: number;
  readonly world: World;
  readonly endpoint: EndpointHere;
  /** What has passed since the work of this event began. */
  elapsedMs: number;
  /** An answer that is on its way. */
  asked: Exchange | undefined;
};

/** Screens give up after this long (`src/sync/fetch-screen.ts`, `fetch-snapshot.ts`). */
const TIMEOUT_MS = 10_000;

/**
 * A network on which an event of a screen runs to its end at once: what it waits for is added to its
 * own time. Nobody else can tell, because what a screen does between two events is its own affair.
 */
export function transport(
  { school, upMs, downMs }: TapeScreen,
  world: World,
  endpoint: EndpointHere,
): Transport {
  return { school, upMs, downMs, world, endpoint, elapsedMs: 0, asked: undefined };
}

/** True time, with what has passed since the work of this event began. */
export function timeOn({ world, elapsedMs }: Transport): number {
  return world.queue.now() + elapsedMs;
}

/** An event begins. */
export function begin(wire: Transport): void {
  wire.elapsedMs = 0;
  wire.asked = undefined;
}

/** Asks, and leaves the answer for `fetchOver` if nobody takes it with `take`. */
export function ask(wire: Transport, poll: Poll): Exchange {
  const { school, upMs, downMs, world, endpoint } = wire;
  const sentAt = timeOn(wire);
  const asked = endpoint.exchange(poll, sentAt, upMs, downMs);
  world.meter.arrived(sentAt + upMs);
  world.meter.ended(school, sentAt, sentAt + asked.tookMs, endingOf(asked));
  wire.asked = asked;
  return asked;
}

/** Waits for what was asked for. */
export function take(wire: Transport, { tookMs }: Exchange): void {
  wire.elapsedMs += tookMs;
  wire.asked = undefined;
}

/** `fetch`, from the screen. */
export async function fetchOver(
  wire: Transport,
  url: string,
  { headers, method = 'GET' }: RequestInit,
): Promise<Response> {
  const sent = new Headers(headers);
  const found =
    wire.asked ??
    ask(wire, {
      method,
      path: url,
      authorization: sent.get('authorization') ?? undefined,
      ifNoneMatch: sent.get('if-none-match') ?? undefined,
    });
  wire.asked = undefined;
  wire.elapsedMs += Math.min(found.tookMs, TIMEOUT_MS);
  if (found.kind === 'refused') throw new Error('connection refused');
  if (found.tookMs > TIMEOUT_MS) throw new Error('no answer within 10 s');
  return responseOf(found.answer, found.server);
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
