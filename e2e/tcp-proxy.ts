import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the way between the screen and its server does to bytes, below HTTP. */
export type TcpWeather =
  | { readonly kind: 'fair' }
  /** Each piece waits so many ms, in either direction, and those behind it with it. */
  | { readonly kind: 'late'; readonly ms: () => number }
  /** Takes connections and bytes, and gives nothing back. */
  | { readonly kind: 'black hole' }
  /**
   * Swallows what comes on the connection used last, as a router does that has forgotten it; the
   * others have been closed by then, as a server does after a while.
   */
  | { readonly kind: 'forgetful' }
  /** Nobody listens any more. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'drip'; readonly bytesPerSecond: number }
  /** Ends an answer early: as if it were whole (FIN), or as a broken connection (RST). */
  | { readonly kind: 'end' | 'reset'; readonly at: Place }
  /** Turns over all bits of one byte of an answer. */
  | { readonly kind: 'flip'; readonly at: Place };

/** A byte of an answer, counted from the beginning of its head or its body. */
export type Place = { readonly part: 'head' | 'body'; readonly byte: number };

/** Stands between a browser and a server, and knows of HTTP only where an answer and its body begin. */
export type TcpProxy = {
  readonly origin: string;
  /** `path`: only of requests whose path begins so; those for anything else have fair weather. */
  readonly setWeather: (weather: TcpWeather, path?: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A request and what has come back of its answer. */
type Exchange = { readonly path: string; answer: Buffer };

const REQUEST = /^[A-Z]+ (\S+) HTTP\/1\.1\r\n/;
const HEAD_END = '\r\n\r\n';
const SECOND = 1000;
const PAUSE_MS = 50;
const FAIR: TcpWeather = { kind: 'fair' };

/** Starts a proxy in front of a server such as `http://127.0.0.1:8080`, on a free port. */
export async function startTcpProxy(upstream: string): Promise<TcpProxy> {
  const { hostname, port: upstreamPort } = new URL(upstream);
  let weather = FAIR;
  let affected = '/';
  const open = new Set<Socket>();
  let used: Socket | undefined;
  const forgotten = new WeakSet<Socket>();

  const server = createServer((client) => {
    const back = connect(Number(upstreamPort), hostname);
    let exchange: Exchange = { path: '', answer: Buffer.alloc(0) };
    const there = makeQueue();
    const here = makeQueue();
    open.add(client);
    for (const [one, other] of [
      [client, back],
      [back, client],
    ] as const) {
      one.setNoDelay(true);
      // Either side may break off at any moment: that is what this is for.
      one.on('error', () => undefined);
      const queue = one === back ? here : there;
      one.on('close', () => {
        open.delete(one);
        void queue(() => other.destroy());
      });
    }
    const weatherNow = () => (exchange.path.startsWith(affected) ? weather : FAIR);
    client.on('data', (chunk) => {
      used = client;
      const [, path] = REQUEST.exec(chunk.toString('latin1')) ?? [];
      if (path !== undefined) exchange = { path, answer: Buffer.alloc(0) };
      const { kind } = weatherNow();
      if (kind === 'black hole') forgotten.add(client);
      if (!forgotten.has(client)) void there(() => passOn(back, chunk, weatherNow()));
    });
    back.on('data', (chunk) => {
      exchange.answer = Buffer.concat([exchange.answer, chunk]);
      const { answer } = exchange;
      if (!forgotten.has(client)) void here(() => passBack(client, chunk, answer, weatherNow()));
    });
  });

  const port = await listen(server, 0);
  return {
    origin: `http://127.0.0.1:${port}`,
    async setWeather(next, path = '/') {
      const wasRefused = weather.kind === 'refused';
      weather = next;
      affected = path;
      if (next.kind === 'forgetful') {
        for (const socket of open) {
          if (socket === used) forgotten.add(socket);
          else socket.end();
        }
      }
      if (next.kind === 'refused') await shut(server, open);
      else if (wasRefused) await listen(server, port);
    },
    close: () => shut(server, open),
  };
}

async function passOn(to: Socket, chunk: Buffer, weather: TcpWeather): Promise<void> {
  if (weather.kind === 'late') await sleep(weather.ms());
  to.write(chunk);
}

/** Passes a piece of an answer; `answer` is all that has come of it, this piece included. */
async function passBack(
  to: Socket,
  chunk: Buffer,
  answer: Buffer,
  weather: TcpWeather,
): Promise<void> {
  switch (weather.kind) {
    case 'late':
      await sleep(weather.ms());
      to.write(chunk);
      return;
    case 'drip':
      for (let at = 0; at < chunk.length && !to.destroyed; at += weather.bytesPerSecond) {
        to.write(chunk.subarray(at, at + weather.bytesPerSecond));
        await sleep(SECOND);
      }
      return;
    case 'flip':
    case 'end':
    case 'reset': {
      const at = offsetOf(weather.at, answer) - (answer.length - chunk.length);
      const byte = chunk[at];
      if (byte === undefined) to.write(chunk);
      else if (weather.kind === 'flip') {
        to.write(Buffer.concat([chunk.subarray(0, at), Buffer.of(~byte), chunk.subarray(at + 1)]));
      } else {
        // What was written before an RST may be thrown away with it, so it is given time to arrive.
        await new Promise((resolve) => to.write(chunk.subarray(0, at), resolve));
        await sleep(PAUSE_MS);
        if (weather.kind === 'reset') to.resetAndDestroy();
        else to.end();
      }
      return;
    }
    case 'fair':
    case 'black hole':
    case 'forgetful':
    case 'refused':
      to.write(chunk);
  }
}

/** Where a place is in an answer; beyond its end while the body has not begun. */
function offsetOf({ part, byte }: Place, answer: Buffer): number {
  if (part === 'head') return byte;
  const end = answer.indexOf(HEAD_END);
  return end < 0 ? answer.length : end + HEAD_END.length + byte;
}

type Queue = (task: () => unknown) => Promise<unknown>;

/** Bytes stay in order, however long each piece takes. */
function makeQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => (last = last.then(task));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function shut(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of open) socket.resetAndDestroy();
  });
}
