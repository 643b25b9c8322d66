import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { parseScreenDocument } from '../src/contract/screen.ts';
import { parseSnapshot } from '../src/contract/snapshot.ts';
import { makeLog } from './log.ts';
import { makeSchool, schoolBytes } from './school.fixture.ts';
import type { Running } from './start.ts';
import { start } from './start.ts';

const INSTANT = 1_795_390_200_000;

const dataFolder = mkdtempSync(path.join(tmpdir(), 'riwaq-data-'));
const appFolder = mkdtempSync(path.join(tmpdir(), 'riwaq-app-'));
const lines: string[] = [];
const secrets: string[] = [];
let running: Running;

beforeAll(async () => {
  mkdirSync(path.join(appFolder, 'assets'));
  writeFileSync(path.join(appFolder, 'index.html'), `<!doctype html>${'<p>'.repeat(500)}`);
  writeFileSync(path.join(appFolder, 'sw.js'), '// worker');
  writeFileSync(path.join(appFolder, 'manifest.webmanifest'), '{}');
  writeFileSync(path.join(appFolder, 'assets/main-1a2b.js'), 'const a = 1;'.repeat(100));
  writeFileSync(path.join(appFolder, 'assets/sans-1a2b.woff2'), 'font');
  writeFileSync(path.join(appFolder, '.env'), 'SECRET=1');
  running = await start({
    host: '127.0.0.1',
    port: 0,
    dataFolder,
    appFolder,
    clock: () => INSTANT,
    log: makeLog({ write: (line) => void lines.push(line) }),
  });
  secrets.push(key());
});

afterAll(async () => {
  await running.stop();
});

test('from a school document to the snapshot on a screen', async () => {
  const answer = await publish(makeSchool());
  expect(answer.status).toBe(200);
  const { revision, generation } = await json(answer);
  const token = await addScreen();
  const told = await get('/v1/screen', { authorization: `Bearer ${token}` });
  const document = parseScreenDocument(await told.text());
  expect(document.snapshot).toEqual({ revision, generation, publishedAt: INSTANT });
  expect(document.build).toMatch(/^[\w-]{22}$/);
  const snapshot = await get(`/v1/snapshots/${document.snapshot?.revision}`);
  expect(snapshot.headers.get('content-encoding')).toBe('gzip');
  expect(parseSnapshot(await snapshot.text()).school.id).toBe('alfarabi');
  const etag = told.headers.get('etag') ?? '';
  const headers = { authorization: `Bearer ${token}`, 'if-none-match': etag };
  const unchanged = await get('/v1/screen', headers);
  expect(unchanged.status).toBe(304);
  expect(unchanged.headers.get('riwaq-time')).toBe(String(INSTANT));
  // Five hundred times a day, and with nothing in it that a browser could show or run.
  expect(unchanged.headers.has('content-security-policy')).toBe(false);
});

test('the page is guarded when it has not changed, too: a browser may keep the fields of then', async () => {
  const etag = (await get('/')).headers.get('etag') ?? '';
  const unchanged = await get('/', { 'if-none-match': etag });
  expect(unchanged.status).toBe(304);
  expect(unchanged.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
});

test.each([
  ['GET', '/'],
  ['GET', '/nothing'],
  ['GET', '/v1/screen'],
  ['GET', '/v1/snapshots/nothing'],
  ['GET', '/v1/schools'],
  ['GET', '/v1/nothing'],
  ['PUT', '/v1/schools/alfarabi'],
  ['POST', '/'],
  ['GET', '/healthz'],
  ['GET', '/readyz'],
  ['GET', '/v1/pairings'],
  ['POST', '/v1/pairings'],
  ['POST', '/v1/pairings/token'],
])('%s %s tells the time and is guarded', async (method, address) => {
  const { headers } = await get(address, {}, { method });
  expect(headers.get('riwaq-time')).toBe(String(INSTANT));
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.has('server')).toBe(false);
  expect(headers.has('x-powered-by')).toBe(false);
});

test.each([
  ['GET', '/v1/schools', undefined],
  ['PUT', '/v1/schools/alfarabi', '{}'],
  ['GET', '/v1/schools/alfarabi/history', undefined],
  ['POST', '/v1/schools/alfarabi/rollback', '{}'],
  ['POST', '/v1/schools/alfarabi/recompile', undefined],
  ['POST', '/v1/schools/alfarabi/screens', '{"name":"Hall"}'],
  ['GET', '/v1/screens', undefined],
  ['DELETE', '/v1/screens/x', undefined],
  ['DELETE', '/v1/screens/x/token', undefined],
  ['POST', '/v1/pairings/approve', '{}'],
  ['POST', '/v1/pairings/deny', '{}'],
  ['GET', '/v1/nothing', undefined],
])('%s %s needs the operator key', async (method, address, body) => {
  const token = await addScreen();
  for (const authorization of ['', 'Bearer wrong', `Bearer ${token}`, `Basic ${key()}`]) {
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await get(address, headers, { method, body: body ?? null });
    expect(answer.status).toBe(401);
    expect(await json(answer)).toEqual({ error: 'This needs the operator key' });
  }
});

// fault:P13 A body of another content type
// hallway: no change
// technician: 415
test.each([
  ['text/plain', 415],
  ['application/jsonp', 415],
  ['application/x-www-form-urlencoded', 415],
  ['multipart/form-data; boundary=x', 415],
  ['application/json; charset=utf-8', 200],
  ['Application/JSON', 200],
])('a school document sent as %s is answered with %i', async (type, status) => {
  const headers = { authorization: `Bearer ${key()}`, 'content-type': type };
  const body = schoolBytes();
  const answer = await get('/v1/schools/alfarabi', headers, { method: 'PUT', body });
  expect(answer.status).toBe(status);
});

test('every problem of a document is told', async () => {
  const { bellSchedules } = makeSchool();
  const answer = await publish({ ...makeSchool(), zone: 3, languages: [], bellSchedules });
  expect(answer.status).toBe(422);
  const { problems } = await json(answer);
  expect(problems.map(({ path }: { path: string }) => path)).toEqual(['zone', 'languages']);
});

test.each([['{'], [''], ['null'], ['[]'], ['"x"'], ['\u0000'], ['{"__proto__": 1}']])(
  '%o is not a school document',
  async (body) => {
    const answer = await api('PUT', '/v1/schools/alfarabi', body);
    expect(answer.status).toBe(422);
    expect((await json(answer)).problems.length).toBeGreaterThan(0);
  },
);

// fault:P12 A body of megabytes, announced or not
// hallway: no change
// technician: 413
test('a document that is too large is refused, announced or not', async () => {
  const large = 'x'.repeat(2_000_001);
  expect((await api('PUT', '/v1/schools/alfarabi', large)).status).toBe(413);
  const answer = await get(
    '/v1/schools/alfarabi',
    { authorization: `Bearer ${key()}`, 'content-type': 'application/json' },
    { method: 'PUT', body: new Blob([large]).stream(), duplex: 'half' },
  );
  expect(answer.status).toBe(413);
  expect((await api('POST', '/v1/schools/alfarabi/screens', large)).status).toBe(413);
});

test('a document in pieces of unknown length is published', async () => {
  const answer = await get(
    '/v1/schools/alfarabi',
    { authorization: `Bearer ${key()}`, 'content-type': 'application/json' },
    { method: 'PUT', body: new Blob([schoolBytes()]).stream(), duplex: 'half' },
  );
  expect(answer.status).toBe(200);
});

// fault:P10 Several people publish at once, each on what they have seen
// hallway: the one that was accepted
// technician: 409 for all others, with the generation that came between
test('of ten offices that publish on top of the same generation, one succeeds', async () => {
  const { generation } = await json(await publish(makeSchool({ bellOffsetMs: -1 })));
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      publish(makeSchool({ bellOffsetMs: n }), { 'if-match': `"${generation}"` }),
    ),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(9);
  const refused = answers.find(({ status }) => status === 409);
  const { generation: current } = await json(await api('GET', '/v1/schools')).then(
    ({ schools }) => schools[0],
  );
  expect(await json(refused ?? Response.error())).toMatchObject({ generation: current });
});

test('history, rollback and recompilation', async () => {
  const first = await json(await publish(makeSchool({ bellOffsetMs: 100 })));
  const second = await json(await publish(makeSchool({ bellOffsetMs: 200 })));
  const back = await json(await api('POST', '/v1/schools/alfarabi/rollback', '{}'));
  expect(back.revision).toBe(first.revision);
  const { history } = await json(await api('GET', '/v1/schools/alfarabi/history'));
  expect(history.slice(0, 3)).toMatchObject([
    { kind: 'rollback', revision: first.revision, generation: back.generation, isCurrent: true },
    { kind: 'publish', revision: second.revision, isCurrent: false },
    { kind: 'publish', revision: first.revision, isCurrent: false },
  ]);
  const again = await json(await api('POST', '/v1/schools/alfarabi/recompile'));
  expect(again).toMatchObject({ revision: first.revision, isNew: false });
  const revision = JSON.stringify({ revision: 'nothing' });
  expect((await api('POST', '/v1/schools/alfarabi/rollback', revision)).status).toBe(404);
  expect((await api('POST', '/v1/schools/alfarabi/rollback', '{"revison":1}')).status).toBe(422);
  expect((await api('POST', '/v1/schools/nowhere/rollback', '{}')).status).toBe(404);
  expect((await api('POST', '/v1/schools/nowhere/recompile')).status).toBe(404);
  expect((await api('GET', '/v1/schools/nowhere/history')).status).toBe(404);
});

test('a screen is added, listed and removed, and a removed one is told so', async () => {
  const settings = {
    name: 'North',
    classes: ['1/1'],
    wing: 'north',
    density: 'far',
    safeArea: 3.5,
    language: 'ar',
  };
  const answer = await api('POST', '/v1/schools/alfarabi/screens', JSON.stringify(settings));
  expect(answer.status).toBe(201);
  const { screen, token } = await json(answer);
  secrets.push(token);
  expect(screen).toMatchObject({ ...settings, school: 'alfarabi' });
  const { screens } = await json(await api('GET', '/v1/schools/alfarabi/screens'));
  expect(screens).toContainEqual({ ...screen, addedAt: INSTANT, isPaired: true });
  expect(JSON.stringify(screens)).not.toContain(token);
  expect((await api('DELETE', `/v1/screens/${screen.id}`)).status).toBe(204);
  expect((await api('DELETE', `/v1/screens/${screen.id}`)).status).toBe(404);
  expect((await get('/v1/screen', { authorization: `Bearer ${token}` })).status).toBe(410);
  const after = await json(await api('GET', '/v1/screens'));
  expect(after.screens.map(({ id }: { id: string }) => id)).not.toContain(screen.id);
});

test.each([
  [{}, 'name'],
  [{ name: '' }, 'name'],
  [{ name: 'x'.repeat(61) }, 'name'],
  [{ name: 'Hall', classes: ['9/9'] }, 'classes[0]'],
  [{ name: 'Hall', classes: [] }, 'classes'],
  [{ name: 'Hall', wing: 'west' }, 'wing'],
  [{ name: 'Hall', language: 'fr' }, 'language'],
  [{ name: 'Hall', density: 'huge' }, 'density'],
  [{ name: 'Hall', safeArea: 3.4 }, 'safeArea'],
  [{ name: 'Hall', safeArea: 7.1 }, 'safeArea'],
  [{ name: 'Hall', colour: 'red' }, 'colour'],
])('a screen with %o is refused, naming what is wrong', async (settings, where) => {
  const body = JSON.stringify(settings);
  const answer = await api('POST', '/v1/schools/alfarabi/screens', body);
  expect(answer.status).toBe(422);
  expect((await json(answer)).problems).toMatchObject([{ path: where }]);
});

test('a screen can hang before its school publishes, and shows it when it does', async () => {
  const token = await addScreen('early');
  const headers = { authorization: `Bearer ${token}` };
  const waiting = parseScreenDocument(await (await get('/v1/screen', headers)).text());
  expect(waiting.snapshot).toBeUndefined();
  await api('PUT', '/v1/schools/early', JSON.stringify(makeSchool({ id: 'early' })));
  const told = parseScreenDocument(await (await get('/v1/screen', headers)).text());
  expect(told.snapshot).toBeDefined();
  const bad = await api('POST', '/v1/schools/No%20School/screens', '{"name":"Hall"}');
  expect(bad.status).toBe(404);
});

test('the app is served, compressed, with the caching that each file needs', async () => {
  const page = await get('/');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('content-encoding')).toBe('gzip');
  expect(await page.text()).toMatch(/^<!doctype html>/);
  const again = await get('/', { 'if-none-match': page.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
  expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache');
  expect((await get('/manifest.webmanifest')).headers.get('content-type')).toBe(
    'application/manifest+json',
  );
  const script = await get('/assets/main-1a2b.js');
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const font = await get('/assets/sans-1a2b.woff2');
  expect(font.headers.has('content-encoding')).toBe(false);
  const head = await get('/', {}, { method: 'HEAD' });
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(0);
  expect(await head.text()).toBe('');
});

test.each([
  '/console',
  '/.env',
  '/assets',
  '/assets/',
  '/index.htm',
  '/..%2f..%2fetc/passwd',
  '/%00',
  '//etc/passwd',
  '/v1',
])('there is nothing at %s', async (address) => {
  const answer = await get(address);
  expect(answer.status).toBe(404);
  expect(await json(answer)).toEqual({ error: 'There is nothing at this address' });
});

// fault:H12 A flood of addresses with `nocache` or `force`
// hallway: no change
// technician: the same answer from memory: no query makes the server work
test('a query changes nothing: no client can make the server work', async () => {
  const headers = { authorization: `Bearer ${await addScreen()}` };
  const plain = await get('/v1/screen', headers);
  const forced = await get('/v1/screen?force=1&nocache=1&_t=1795415280000', headers);
  expect(forced.status).toBe(200);
  expect(forced.headers.get('etag')).toBe(plain.headers.get('etag'));
  expect(await forced.text()).toBe(await plain.text());
  const etag = plain.headers.get('etag') ?? '';
  const again = await get('/v1/screen?nocache=1', { ...headers, 'if-none-match': etag });
  expect(again.status).toBe(304);
});

// fault:P16 Headers that are too large, or no HTTP at all
// hallway: no change
// technician: 431 or 400, and the server lives
test.each([
  ['nonsense\r\n\r\n', '400 Bad Request'],
  ['GET / HTTP/1.1\r\n\r\n', '400 Bad Request'],
  [`GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(9000)}\r\n\r\n`, '431 Request Header Fields'],
  ['GET / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n', '400'],
  ['GET /%ff%fe HTTP/1.0\r\n\r\n', '404 Not Found'],
  ['OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', '404 Not Found'],
  ['GET http://elsewhere/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', '404 Not Found'],
])('a socket that sends %o is answered with %s, and the server lives', async (text, status) => {
  const answer = await exchange(text);
  expect(answer).toContain(`HTTP/1.1 ${status}`);
  expect(answer.toLowerCase()).not.toMatch(/ at .*:\d+:\d+|node_modules/);
  expect((await get('/readyz')).status).toBe(200);
});

// fault:P09 Two servers are started on one data folder
// hallway: no change
// technician: the second does not start: “another riwaq serve is using it”
test('a second server on the same data is refused', async () => {
  const options = { host: '127.0.0.1', port: 0, dataFolder, appFolder, clock: Date.now };
  await expect(start({ ...options, log: makeLog({ write: () => undefined }) })).rejects.toThrow(
    /another riwaq serve is using it/,
  );
});

test('the operator key is 256 bits that only its owner can read', () => {
  expect(Buffer.from(key(), 'base64url')).toHaveLength(32);
  expect(statSync(path.join(dataFolder, 'operator.key')).mode & 0o777).toBe(0o600);
});

// fault:P17 The server is stopped while it answers
// hallway: no change
// technician: the answer arrives; then the port is closed
test('a stop lets an answer that is on its way arrive', async () => {
  const other = await start({
    host: '127.0.0.1',
    port: 0,
    dataFolder: mkdtempSync(path.join(tmpdir(), 'riwaq-data-')),
    appFolder,
    clock: Date.now,
    log: makeLog({ write: () => undefined }),
  });
  const socket = connect(Number(new URL(other.origin).port), '127.0.0.1');
  socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n');
  await sleep(50);
  const stopped = other.stop();
  socket.write('\r\n');
  expect(await readAll(socket)).toContain('200 OK');
  await stopped;
  await expect(fetch(other.origin)).rejects.toThrow();
});

// fault:P22 Somebody reads the log of the server
// hallway: no change
// technician: no token, no key, and no line for a poll that went well
test('no token and no key is in the log, and no good poll', () => {
  const log = lines.join('');
  expect(log).toContain('"msg":"published"');
  expect(log).toContain('"msg":"request refused"');
  for (const secret of secrets) expect(log).not.toContain(secret);
  expect(log).not.toMatch(/bearer|authorization/i);
  expect(log).not.toContain('"status":200');
  expect(log).not.toContain('request failed');
});

function key(): string {
  return readFileSync(path.join(dataFolder, 'operator.key'), 'utf8').trim();
}

function get(
  address: string,
  headers: Readonly<Record<string, string>> = {},
  init: RequestInit & { readonly duplex?: 'half'; readonly body?: unknown } = {},
): Promise<Response> {
  return fetch(running.origin + address, { headers, ...init });
}

function api(
  method: string,
  address: string,
  body?: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const headers = { authorization: `Bearer ${key()}`, 'content-type': 'application/json' };
  return get(address, { ...headers, ...fields }, { method, ...(body !== undefined && { body }) });
}

function publish(school: object, fields?: Readonly<Record<string, string>>): Promise<Response> {
  return api('PUT', '/v1/schools/alfarabi', JSON.stringify(school), fields);
}

async function addScreen(school = 'alfarabi'): Promise<string> {
  const answer = await api('POST', `/v1/schools/${school}/screens`, '{"name":"Hall"}');
  const { token } = await json(answer);
  secrets.push(token);
  return token;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a test may look into an answer freely.
async function json(answer: Response): Promise<any> {
  return JSON.parse(await answer.text());
}

async function exchange(text: string): Promise<string> {
  const socket = connect(Number(new URL(running.origin).port), '127.0.0.1');
  socket.write(text);
  return readAll(socket);
}

async function readAll(socket: ReturnType<typeof connect>): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of socket) chunks.push(String(chunk));
  return chunks.join('');
}
