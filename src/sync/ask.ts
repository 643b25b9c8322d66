import { TIME_HEADER } from '../contract/endpoint.ts';

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

export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly isRedirected: boolean;
  /** Empty for any status but 200. */
  readonly text: string;
  readonly time?: AnswerTime | undefined;
};

/**
 * One request, headers and body, within its time. Rejects when there is no answer, when it takes
 * too long, when it is redirected (the token must not follow) and when the body is too large.
 */
export async function ask(request: Request, deps: AskDeps): Promise<Answered> {
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
): Promise<Answered> {
  const sentAt = monotonic();
  const response = await fetch(url, {
    headers,
    cache,
    credentials: 'same-origin',
    redirect: 'error',
    ...(controller && { signal: controller.signal }),
  });
  const receivedAt = monotonic();
  return {
    status: response.status,
    headers: response.headers,
    isRedirected: response.redirected,
    time: timeOf(response.headers, sentAt, receivedAt),
    text: response.status === 200 ? await textOf(response, mostBytes) : '',
  };
}

function timeOf(headers: Headers, sentAt: number, receivedAt: number): AnswerTime | undefined {
  const server = Number(headers.get(TIME_HEADER) ?? NaN);
  // A cache that answers tells the time at which it was filled.
  if (!Number.isFinite(server) || Number(headers.get('age') ?? 0) > 0) return undefined;
  return { server, roundTripMs: receivedAt - sentAt, receivedAt };
}

async function textOf(response: Response, mostBytes: number): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge(mostBytes);
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
      throw tooLarge(mostBytes);
    }
    if (done) return text + decoder.decode();
  }
}

function tooLarge(mostBytes: number): Error {
  return new Error(`the body is larger than ${mostBytes} bytes`);
}

/** Whether an answer of status 200 may be one of ours at all; in words why not. */
export function refusalOf({ status, headers, isRedirected }: Answered): string | undefined {
  if (isRedirected) return 'the answer came by a redirect';
  if (status !== 200) return `the status is ${status}`;
  const type = headers.get('content-type') ?? 'missing';
  if (!/^application\/json\s*(;|$)/i.test(type)) return `the content type is ${type}`;
  return undefined;
}
