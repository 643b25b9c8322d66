import { expect, test } from 'vitest';

import type { RequestFacts } from './answer.ts';
import { compress } from './compress.ts';
import { snapshotResponse } from './snapshot-response.ts';

const encodings = await compress(new TextEncoder().encode('{"format":"snapshot/1"}'));

test.each([
  ['br, gzip', 'br', encodings.br],
  ['gzip', 'gzip', encodings.gzip],
  ['deflate', undefined, encodings.identity],
  [undefined, undefined, encodings.identity],
])('a screen that accepts %o gets bytes it can read', (acceptEncoding, coding, body) => {
  const answer = ask({ acceptEncoding });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-encoding']).toBe(coding);
  expect(answer.headers['vary']).toBe('Accept-Encoding');
  expect(answer.body).toBe(body);
});

test('a snapshot may be kept for ever, by anybody', () => {
  expect(ask({}).headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('a cache that asks again is told that nothing has changed', () => {
  expect(ask({ ifNoneMatch: 'W/"r1"' }).status).toBe(304);
  expect(ask({ ifNoneMatch: '"r2"' }).status).toBe(200);
});

// fault:P24 A cache keeps a 404 for a snapshot that is published later
// hallway: the new timetable
// technician: nothing may be kept of a 404
test('an unknown revision is not found, and nothing may be kept of the answer', () => {
  for (const revision of ['r2', '', 'r1/', '../r1', '__proto__', 'constructor']) {
    const answer = ask({ path: `/v1/snapshots/${revision}` });
    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).toBe('no-store');
  }
});

test('a client that refuses every coding gets none', () => {
  expect(ask({ acceptEncoding: 'identity;q=0' }).status).toBe(406);
});

test('a snapshot can only be read', () => {
  expect(ask({ method: 'DELETE' }).status).toBe(405);
});

function ask(facts: Partial<RequestFacts>) {
  const state = { answers: new Map(), snapshots: new Map([['r1', encodings]]) };
  return snapshotResponse({ method: 'GET', path: '/v1/snapshots/r1', ...facts }, state);
}
