import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What the network does to requests of the API; the app's own files pass, but in a portal. */
export type Weather =
  | { readonly kind: 'fair' }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' }
  /** Answers by itself, as a captive portal or an overloaded front does. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** Answers everything by itself, the app's files included, with its page and a status of 200. */
  | { readonly kind: 'portal'; readonly page: string }
  /** Passes each request on after a while. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Lets bodies through in drops. */
  | { readonly kind: 'drip'; readonly bytesPerSecond: number }
  /** Answers, whatever the condition, as it did when it was asked for the first time since it began. */
  | { readonly kind: 'replay' }
  /** Removes a header field of the request. */
  | { readonly kind: 'strip'; readonly field: string }
  /** Changes the header fields that come back. */
  | { readonly kind: 'rewrite'; readonly rewrite: (fields: Fields) => Fields }
  /** Passes the request on and spoils the body that comes back. */
  | { readonly kind: 'spoil'; readonly spoil: (body: string, route: string) => string }
  /** Promises the whole body and closes the connection half-way. */
  | { readonly kind: 'truncate' };

type Fields = Readonly<IncomingHttpHeaders>;
type Kept = { readonly status: number; readonly fields: Fields; readonly body: Buffer };

/** A front that the wall is opened through, so that the way to a healthy server can be ill. */
export type Gateway = {
  readonly origin: string;
  readonly setWeather: (weather: Weather) => void;
  /**
   * Waits until every request of the API that is under way has its answer, and holds those that come
   * after it until the function that it resolves to is called: nothing passes while clocks are set.
   */
  readonly hold: () => Promise<() => void>;
  /** Routes of the API that were asked, in order. */
  readonly asked: readonly string[];
  /** Paths of the app's own files that were fetched, in order. */
  readonly fetched: readonly string[];
  readonly close: () => Promise<void>;
};

const LOOK_AGAIN_MS = 5;

/** Starts a gateway in front of `upstream`; `routes` limits the weather to some of the API. */
export async function startGateway(
  upstream: string,
  isAffected: (route: string) => boolean = () => true,
): Promise<Gateway> {
  let weather: Weather = { kind: 'fair' };
  const asked: string[] = [];
  const fetched: string[] = [];
  const sockets = new Set<Socket>();
  const kept = new Map<string, Kept>();
  const underWay = new Set<ServerResponse>();
  let held: (() => void)[] | undefined;
  const server = createServer((incoming, outgoing) => {
    if (held && incoming.url?.startsWith('/v1/')) held.push(() => treat(incoming, outgoing));
    else treat(incoming, outgoing);
  });

  function treat(incoming: IncomingMessage, outgoing: ServerResponse): undefined {
    const route = incoming.url ?? '/';
    if (weather.kind === 'portal') {
      outgoing.writeHead(200, { 'content-type': 'text/html' }).end(weather.page);
      return undefined;
    }
    if (!route.startsWith('/v1/')) {
      fetched.push(route);
      return pass(incoming, outgoing);
    }
    asked.push(route);
    underWay.add(outgoing);
    outgoing.on('close', () => underWay.delete(outgoing));
    if (!isAffected(route)) return pass(incoming, outgoing);
    switch (weather.kind) {
      case 'fair':
        return pass(incoming, outgoing);
      case 'hang':
        return undefined;
      case 'reset':
        incoming.socket.resetAndDestroy();
        return undefined;
      case 'answer':
        outgoing.writeHead(weather.status, weather.headers).end(weather.body);
        return undefined;
      case 'spoil':
        return pass(incoming, outgoing, weather.spoil);
      case 'truncate':
        return pass(incoming, outgoing, undefined, true);
      case 'strip':
        delete incoming.headers[weather.field];
        return pass(incoming, outgoing);
      case 'slow':
        setTimeout(() => pass(incoming, outgoing), weather.ms);
        return undefined;
      case 'drip':
      case 'replay':
      case 'rewrite':
        return passWhole(incoming, outgoing, weather);
    }
  }
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  /** Passes a request on without its conditions, and treats the whole answer by the weather. */
  function passWhole(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    treated: Extract<Weather, { kind: 'drip' | 'replay' | 'rewrite' }>,
  ): undefined {
    const route = incoming.url ?? '/';
    const answer = ({ status, fields, body }: Kept) => {
      if (treated.kind === 'drip') {
        outgoing.writeHead(status, fields);
        return drip(outgoing, body, treated.bytesPerSecond);
      }
      const sent = treated.kind === 'rewrite' ? treated.rewrite(fields) : fields;
      return outgoing.writeHead(status, sent).end(body);
    };
    const before = kept.get(route);
    if (treated.kind === 'replay' && before) {
      answer(before);
      return undefined;
    }
    const headers = { ...incoming.headers, host: new URL(upstream).host };
    if (treated.kind === 'replay') delete headers['if-none-match'];
    const forwarded = request(upstream + route, { method: incoming.method, headers }, (coming) => {
      const chunks: Buffer[] = [];
      coming.on('data', (chunk: Buffer) => chunks.push(chunk));
      coming.on('end', () => {
        const { statusCode: status = 502, headers: fields } = coming;
        const whole = { status, fields, body: Buffer.concat(chunks) };
        if (treated.kind === 'replay') kept.set(route, whole);
        answer(whole);
      });
    });
    forwarded.on('error', () => incoming.socket.destroy());
    incoming.pipe(forwarded);
    return undefined;
  }

  function pass(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    spoil?: (body: string, route: string) => string,
    isTruncated = false,
  ): undefined {
    const headers = { ...incoming.headers, host: new URL(upstream).host };
    // Only a body that is not compressed can be spoilt as text.
    if (spoil || isTruncated) delete headers['accept-encoding'];
    const forwarded = request(
      upstream + (incoming.url ?? '/'),
      { method: incoming.method, headers },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const body = Buffer.concat(chunks);
          if (isTruncated) {
            outgoing.writeHead(answer.statusCode ?? 502, {
              ...answer.headers,
              'content-length': body.length,
            });
            outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
            return;
          }
          const sent = spoil ? Buffer.from(spoil(body.toString(), incoming.url ?? '/')) : body;
          const answered = { ...answer.headers };
          if (spoil) delete answered['content-length'];
          outgoing.writeHead(answer.statusCode ?? 502, answered).end(sent);
        });
      },
    );
    // A dead server is a dead connection to whoever stands behind the gateway.
    forwarded.on('error', () => incoming.socket.destroy());
    incoming.pipe(forwarded);
    return undefined;
  }

  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    setWeather: (next) => {
      weather = next;
      kept.clear();
    },
    hold: async () => {
      held = [];
      while (underWay.size > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      return () => {
        const waiting = held ?? [];
        held = undefined;
        for (const go of waiting) go();
      };
    },
    asked,
    fetched,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Sends a body at so many bytes a second, as long as somebody listens. */
function drip(outgoing: ServerResponse, body: Buffer, bytesPerSecond: number): void {
  let sent = 0;
  const drops = setInterval(() => {
    if (sent >= body.length) outgoing.end();
    else outgoing.write(body.subarray(sent, sent + bytesPerSecond));
    sent += bytesPerSecond;
  }, 1000);
  outgoing.on('close', () => clearInterval(drops));
}
