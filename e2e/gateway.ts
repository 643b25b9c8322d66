import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What the network does to requests of the API; the app's own files always pass. */
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
  /** Passes the request on and spoils the body that comes back. */
  | { readonly kind: 'spoil'; readonly spoil: (body: string, route: string) => string }
  /** Promises the whole body and closes the connection half-way. */
  | { readonly kind: 'truncate' };

/** A front that the wall is opened through, so that the way to a healthy server can be ill. */
export type Gateway = {
  readonly origin: string;
  readonly setWeather: (weather: Weather) => void;
  /** Routes of the API that were asked, in order. */
  readonly asked: readonly string[];
  /** Paths of the app's own files that were fetched, in order. */
  readonly fetched: readonly string[];
  readonly close: () => Promise<void>;
};

/** Starts a gateway in front of `upstream`; `routes` limits the weather to some of the API. */
export async function startGateway(
  upstream: string,
  isAffected: (route: string) => boolean = () => true,
): Promise<Gateway> {
  let weather: Weather = { kind: 'fair' };
  const asked: string[] = [];
  const fetched: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    const route = incoming.url ?? '/';
    if (!route.startsWith('/v1/')) {
      fetched.push(route);
      return pass(incoming, outgoing);
    }
    asked.push(route);
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
    }
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

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
    setWeather: (next) => (weather = next),
    asked,
    fetched,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
