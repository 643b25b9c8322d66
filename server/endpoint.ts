import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';

import { getRequestListener } from '@hono/node-server';

import { SCREEN_PATH, SNAPSHOT_PATH, TIME_HEADER } from '../src/contract/endpoint.ts';
import type { Answer, RequestFacts } from './answer.ts';
import type { Access } from './api.ts';
import { makeApi } from './api.ts';
import type { App } from './app-files.ts';
import { appResponse } from './app-response.ts';
import type { Deps } from './deps.ts';
import { onceFor } from './once-for.ts';
import { makePairings } from './pairings.ts';
import type { Publisher } from './publisher.ts';
import { makeRequestLog } from './request-log.ts';
import { screenResponse } from './screen-response.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { snapshotResponse } from './snapshot-response.ts';

const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 8192,
  // Longer than a screen's polling period, so that its next request needs no new connection.
  keepAliveTimeout: 75_000,
};

const GUARDS = Object.entries(SECURITY_HEADERS).flat();

/** The endpoint, not listening yet. */
export function makeEndpoint(deps: Deps, publisher: Publisher, app: App, access: Access): Server {
  const { state, clock, log } = deps;
  const logRequest = makeRequestLog(log, () => performance.now());
  const api = makeApi(deps, publisher, makePairings(), access);
  const callApi = getRequestListener(api.fetch, { overrideGlobalObjects: false });

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const facts = factsOf(request);
    const answer = answerTo(facts);
    if (answer) {
      send(response, answer, facts.method, clock());
      logRequest({ method: facts.method, path: facts.path, status: answer.status });
    } else {
      passToApi(request, response, facts);
    }
  }

  function passToApi(
    request: IncomingMessage,
    response: ServerResponse,
    { method, path }: RequestFacts,
  ): void {
    response.on('finish', () => logRequest({ method, path, status: response.statusCode }));
    for (const name in SECURITY_HEADERS) response.setHeader(name, SECURITY_HEADERS[name] ?? '');
    response.setHeader(TIME_HEADER, clock());
    void callApi(request, response);
  }

  /** Straight from memory, before any framework; `undefined` is for the API to answer. */
  function answerTo(facts: RequestFacts): Answer | undefined {
    if (facts.path === SCREEN_PATH) return screenResponse(facts, state);
    if (facts.path.startsWith(SNAPSHOT_PATH)) return snapshotResponse(facts, state);
    return isApi(facts.path) ? undefined : appResponse(facts, app);
  }

  const server = createServer(LIMITS, handle);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    refuseUnreadable(error, socket, clock());
  });
  return server;
}

function factsOf({ method = 'GET', url = '/', headers, socket }: IncomingMessage): RequestFacts {
  const query = url.indexOf('?');
  return {
    method,
    path: query < 0 ? url : url.slice(0, query),
    authorization: headers.authorization,
    ifNoneMatch: headers['if-none-match'],
    acceptEncoding: headers['accept-encoding']?.toString(),
    connection: socket,
  };
}

function isApi(path: string): boolean {
  return path.startsWith('/v1/') || path === '/healthz' || path === '/readyz';
}

/**
 * All fields in one go, as the flat list that Node writes out as it is: fields that are set one by
 * one, or that come as an object made anew, cost as much as the rest of an answer.
 */
function send(response: ServerResponse, answer: Answer, method: string, instant: number): void {
  response.writeHead(answer.status, [TIME_HEADER, String(instant), ...fieldsOf(answer)]);
  response.end(method === 'HEAD' ? undefined : answer.body);
}

/** All fields of an answer but the time. Nearly every answer is one that was given before. */
const fieldsOf = onceFor(({ status, headers, body, isUnguarded }: Answer): readonly string[] => {
  const fields = isUnguarded === true ? [] : GUARDS.slice();
  for (const name in headers) fields.push(name, headers[name] ?? '');
  if (status !== 304) fields.push('content-length', String(body?.length ?? 0));
  return fields;
});

const UNREADABLE: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** What cannot be read as HTTP is answered by hand: there is no response object to answer with. */
function refuseUnreadable(
  { code = '' }: NodeJS.ErrnoException,
  socket: Socket,
  instant: number,
): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const fields = {
    ...SECURITY_HEADERS,
    [TIME_HEADER]: String(instant),
    connection: 'close',
    'content-length': '0',
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${UNREADABLE[code] ?? '400 Bad Request'}\r\n${lines.join('')}\r\n`);
}
