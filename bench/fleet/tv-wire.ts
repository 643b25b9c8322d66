import { Agent, request, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** What one TV puts on its wire. */
export type Wire = {
  /** As the shipped code calls it. Rejects as a browser's does: no answer, a redirect, an abort. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Sent and received so far, from the first byte of a request line to the last of a body. */
  readonly bytes: () => number;
  readonly connections: () => number;
  readonly close: () => void;
};

/** What a browser adds by itself; as Chromium 79 of a 2020 TV does it for a request without a cache. */
const BROWSER_FIELDS = {
  'user-agent':
    'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.79 Safari/537.36 WebAppManager',
  accept: '*/*',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'cors',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'ar,en-US;q=0.9,en;q=0.8',
};
const PAST_CACHES = { pragma: 'no-cache', 'cache-control': 'no-cache' };

/** A TV's connection to `origin`: one at a time, kept open between requests. */
export function tvWire(origin: string): Wire {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const open = new Set<Socket>();
  let closedBytes = 0;
  let connections = 0;

  function meter(socket: Socket) {
    if (open.has(socket)) return;
    open.add(socket);
    connections += 1;
    socket.once('close', () => {
      open.delete(socket);
      closedBytes += bytesOf(socket);
    });
  }

  function exchange(url: string, { headers, cache, signal }: RequestInit): Promise<Response> {
    return new Promise((resolve, reject) => {
      const fields = {
        ...BROWSER_FIELDS,
        referer: `${origin}/sw.js`,
        ...(cache !== 'default' && PAST_CACHES),
        ...Object.fromEntries(new Headers(headers)),
      };
      const options = { agent, headers: fields, ...(signal && { signal }) };
      const sent = request(origin + url, options, (answer) => {
        read(answer).then(resolve, reject);
      });
      sent.once('socket', meter);
      sent.once('error', reject);
      sent.end();
    });
  }

  return {
    fetch: exchange,
    bytes: () => [...open].reduce((sum, socket) => sum + bytesOf(socket), closedBytes),
    connections: () => connections,
    close: () => agent.destroy(),
  };
}

function bytesOf({ bytesRead, bytesWritten }: Socket): number {
  return bytesRead + bytesWritten;
}

async function read(answer: IncomingMessage): Promise<Response> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const { statusCode: status = 0, headers } = answer;
  // The shipped code asks for `redirect: 'error'`.
  if (status >= 300 && status < 400 && status !== 304) throw new TypeError('redirected');
  const body = decoded(Buffer.concat(chunks), headers['content-encoding']);
  const fields = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return new Response(status === 304 ? null : body, { status, headers: fields });
}

function decoded(body: Buffer<ArrayBuffer>, coding: string | undefined): Buffer<ArrayBuffer> {
  if (coding === 'br') return brotliDecompressSync(body);
  return coding === 'gzip' ? gunzipSync(body) : body;
}
