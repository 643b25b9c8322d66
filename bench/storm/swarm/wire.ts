import type { Browsers, Program } from './browsers.ts';

/** A request of a screen, as it reaches whoever answers it. */
export type Asked = {
  readonly path: string;
  readonly authorization?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  /** The screen wants no cache to answer. */
  readonly passesCaches: boolean;
};

/** What comes back, and how much later than usual. */
export type Reply = { readonly lateMs?: number } & (
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: Uint8Array | undefined;
      /** The connection ends in the middle of the body. */
      readonly isCut?: boolean;
    }
  /** The connection fails, or the browser gives the answer to nobody, as a redirect. */
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'silence' }
);

export type Answering = (asked: Asked) => Reply;

/** Something on the way that may ask onward, or answer by itself. */
export type Middlebox = (asked: Asked, onward: Answering) => Reply;

/** One request, as the wire saw it. */
export type Passed = {
  readonly asked: Asked;
  readonly reply: Reply;
  readonly sentAt: number;
};

export type WireDeps = {
  readonly browsers: Browsers;
  /** The endpoint, at the end of the way. */
  readonly endpoint: Answering;
  readonly upMs: number;
  readonly downMs: number;
  /** Is told of each request that has left, and of its answer when that arrives. */
  readonly sent: (asked: Asked) => void;
  readonly passed: (passed: Passed) => void;
};

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** `fetch` of a program: its request reaches the other end after a while, and the answer comes back. */
export function fetchOf(program: Program, deps: WireDeps): Fetch {
  const { browsers, endpoint, upMs, downMs } = deps;
  return (url, { headers, cache, signal }) =>
    new Promise((resolve, reject) => {
      const sent = new Headers(headers);
      const asked: Asked = {
        path: url,
        authorization: sent.get('authorization') ?? undefined,
        ifNoneMatch: sent.get('if-none-match') ?? undefined,
        passesCaches: cache === 'reload' || cache === 'no-store',
      };
      const sentAt = browsers.now();
      browsers.touch();
      deps.sent(asked);
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
      // The server answers whoever has ended meanwhile, too: this much is nobody's affair.
      browsers.at(
        { device: { ...program.device, sleepsUntil: 0 }, isAlive: true },
        sentAt + upMs,
        arrive,
      );

      function arrive() {
        const [...boxes] = program.device.middleboxes;
        const reply = through(boxes, endpoint)(asked);
        if (reply.kind === 'silence') return;
        const backAt = browsers.now() + downMs + (reply.lateMs ?? 0);
        browsers.at(program, backAt, () => {
          deps.passed({ asked, reply, sentAt });
          // No connection outlives a sleep.
          if (reply.kind === 'broken') reject(new TypeError(reply.reason));
          else if (browsers.now() > backAt) reject(new TypeError('the connection is gone'));
          else resolve(responseOf(reply));
        });
      }
    });
}

function through(boxes: readonly Middlebox[], endpoint: Answering): Answering {
  return boxes.reduceRight<Answering>((onward, box) => (asked) => box(asked, onward), endpoint);
}

function responseOf({
  status,
  headers,
  body,
  isCut,
}: Reply & { readonly kind: 'answer' }): Response {
  const hasBody = status !== 304 && body !== undefined;
  if (!hasBody) return new Response(null, { status, headers });
  // A copy: the reader of a body may keep its buffer.
  if (isCut !== true) return new Response(Uint8Array.from(body), { status, headers });
  let isBegun = false;
  const half = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isBegun) controller.error(new TypeError('the connection is gone'));
      else controller.enqueue(body.slice(0, body.length / 2));
      isBegun = true;
    },
  });
  return new Response(half, { status, headers });
}
