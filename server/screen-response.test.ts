import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../tools/runs.ts';
import type { RequestFacts } from './answer.ts';
import type { HotState, ScreenAnswer } from './live-state.ts';
import { screenResponse } from './screen-response.ts';
import { hashToken } from './token.ts';

const token = 'x'.repeat(43);
const bytes = new TextEncoder().encode('{"format":"screen/1"}');

test('a screen with nothing stored gets its document', () => {
  const answer = ask({});
  expect(answer).toMatchObject({
    status: 200,
    body: bytes,
    headers: { etag: 'W/"t1"', 'cache-control': 'private, no-cache', vary: 'Authorization' },
  });
});

test('a screen that holds the document is told so, with the time fields and no body', () => {
  const answer = ask({ ifNoneMatch: 'W/"t1"' });
  expect(answer.status).toBe(304);
  expect(answer.headers['etag']).toBe('W/"t1"');
  expect(answer.body).toBeUndefined();
});

test('a screen is told "not modified" exactly when it names the document that it would get', () => {
  const tag = fc.constantFrom('t0', 't1', 't11', '');
  const listed = fc.tuple(tag, fc.constantFrom('"', 'W/"'));
  fc.assert(
    fc.property(fc.array(listed), (tags) => {
      const ifNoneMatch = tags.map(([name, open]) => `${open}${name}"`).join(', ');
      const isHeld = tags.some(([name]) => name === 't1');
      expect(ask({ ifNoneMatch }).status).toBe(isHeld ? 304 : 200);
    }),
    runs(),
  );
  expect(ask({ ifNoneMatch: '*' }).status).toBe(304);
});

test.each([
  [undefined],
  [''],
  ['Bearer'],
  ['Bearer '],
  [`Basic ${token}`],
  [token],
  [`Bearer ${token}x`],
  [`Bearer ${token} ${token}`],
  ['Bearer __proto__'],
])('%o is not the token of a screen', (authorization) => {
  const answer = ask({ authorization, ifNoneMatch: '*' });
  expect(answer.status).toBe(401);
  expect(answer.headers['www-authenticate']).toBe('Bearer');
});

test('whoever sends no token is told where one may have been lost', () => {
  expect(saidTo(undefined)).toContain('whether a proxy in front removes its Authorization field');
  expect(saidTo(`Bearer ${token}x`)).toContain('pair the screen again');
});

test('the word Bearer may be written in any case', () => {
  expect(ask({ authorization: `bearer ${token}` }).status).toBe(200);
});

test('a removed screen is told so, even when it holds something', () => {
  expect(ask({ ifNoneMatch: '*' }, { kind: 'removed' }).status).toBe(410);
});

// fault:P07 Every snapshot of a school is damaged
// hallway: no change on screens that hold one
// technician: 503 with Retry-After
test('a screen whose school has lost every snapshot is asked to come again', () => {
  const answer = ask({}, { kind: 'lost' });
  expect(answer.status).toBe(503);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
});

test('a screen can only read', () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    expect(ask({ method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  }
  expect(ask({ method: 'HEAD' }).status).toBe(200);
});

// fault:P23 A content network keeps whatever it may
// hallway: each screen its own wall
// technician: `private, no-cache` on every answer about a screen
test('no answer may be kept by a shared cache', () => {
  const answers: readonly ScreenAnswer[] = [document, { kind: 'removed' }, { kind: 'lost' }];
  for (const answer of answers) {
    expect(ask({}, answer).headers['cache-control']).toBe('private, no-cache');
  }
  expect(ask({ authorization: undefined }).headers['cache-control']).toBe('private, no-cache');
});

const document: ScreenAnswer = { kind: 'document', bytes, tag: 't1' };

function ask(facts: Partial<RequestFacts>, answer: ScreenAnswer = document) {
  const state: HotState = { answers: new Map([[hashToken(token), answer]]), snapshots: new Map() };
  const authorization = `Bearer ${token}`;
  return screenResponse({ method: 'GET', path: '/v1/screen', authorization, ...facts }, state);
}

function saidTo(authorization: string | undefined): string {
  return new TextDecoder().decode(ask({ authorization }).body);
}
