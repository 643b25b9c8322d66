import { TIME_HEADER } from '../contract/endpoint.ts';

/**
 * Milliseconds of the years 2001 to 2286. What has fewer digits was cut short on the way, for a browser
 * believes a head that ends in its middle; or is of a server that has lost its clock.
 */
const TIME = /^\d{13}$/;

/** The platform, as far as a request needs it. */
export type AskDeps = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** A clock that only counts, in ms. */
  readonly monotonic: () => number;
};

export type Request = {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cache: 'no-store' | 'default' | 'reload';
  /** Bodies larger than this are refused. */
  readonly mostBytes: number;
  readonly timeoutMs: number;
};

/** The endpoint's clock in an answer, and when that was on the monotonic one. */
export type AnswerTime = {
  readonly server: number;
  readonly roundTripMs: number;
  readonly receivedAt: number;
};

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  /** It tells the time, as every answer of our endpoint does and hardly any other. */
  readonly isOurs: boolean;
  /** Empty for any status but 200; absent when it is too large. */
  readonly text?: string | undefined;
  readonly time?: AnswerTime | undefined;
};

export type Failure = {
  /** Nobody answered; or somebody did, but not our endpoint as we know it. */
  readonly kind: 'failed' | 'refused';
  /** In words. */
  readonly reason: string;
  readonly time?: AnswerTime | undefined;
};

/**
 * One request, and what `read` makes of its answer. It has failed when there is no answer, when that
 * takes too long, and when it is redirected (the token must not follow); it is refused when `read`
 * throws. Never rejects.
 */
export async function ask<T>(
  request: Request,
  deps: AskDeps,
  read: (answer: Answer) => T,
): Promise<T | Failure> {
  let answer: Answer | undefined;
  try {
    answer = await exchangeInTime(request, deps);
    return read(answer);
  } catch (error) {
    return { kind: answer ? 'refused' : 'failed', reason: reasonOf(error), time: answer?.time };
  }
}

async function exchangeInTime(request: Request, deps: AskDeps): Promise<Answer> {
  // Absent before Chromium 66; such a screen lets go of a slow request without stopping it.
  const controller = typeof AbortController === 'function' ? new AbortController() : undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${request.timeoutMs / 1000} s`));
      controller?.abort();
    }, request.timeoutMs);
  });
  try {
    return await Promise.race([exchange(request, deps, controller), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

async function exchange(
  { url, headers = {}, cache, mostBytes }: Request,
  { fetch, monotonic }: AskDeps,
  controller: AbortController | undefined,
): Promise<Answer> {
  const sentAt = monotonic();
  const response = await fetch(url, {
    headers,
    cache,
    credentials: 'same-origin',
    redirect: 'error',
    ...(controller && { signal: controller.signal }),
  });
  const receivedAt = monotonic();
  const { status, headers: received } = response;
  const server = received.get(TIME_HEADER) ?? '';
  const isOurs = TIME.test(server);
  // A cache that answers tells the time at which it was filled.
  const isFirstHand = isOurs && !(Number(received.get('age')) > 0);
  const time = { server: Number(server), roundTripMs: receivedAt - sentAt, receivedAt };
  return {
    status,
    headers: received,
    isOurs,
    time: isFirstHand ? time : undefined,
    text: status === 200 ? await textOf(response, mostBytes) : '',
  };
}

async function textOf(response: Response, mostBytes: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (value) {
      bytes += value.length;
      text += decoder.decode(value, { stream: true });
    }
    // A portal, or a mistake, may send without end.
    if (bytes > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    if (done) return text + decoder.decode();
  }
}

/** The body of an answer that may be one of ours. Throws an `Error` that says why it may not. */
export function bodyOf({ status, headers, text }: Answer): string {
  if (status !== 200) throw new Error(`the status is ${status}`);
  const type = headers.get('content-type') ?? 'missing';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Error(`the content type is ${type}`);
  if (text === undefined) throw new Error('the body is too large');
  return text;
}

/** What went wrong, in words, from whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
