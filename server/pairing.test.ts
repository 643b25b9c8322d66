import { expect, test } from 'vitest';

import { approved, denied, makePairing, polled, standingAt } from './pairing.ts';

const BEGIN = 1_000_000;
const MINUTE = 60_000;
const credential = { school: 'alfarabi', screen: 's1', token: 't' };

test.each([
  [0, 'authorization_pending', 'pending'],
  [10 * MINUTE - 1, 'authorization_pending', 'pending'],
  [10 * MINUTE, 'expired_token', 'expired'],
  [20 * MINUTE, 'expired_token', 'expired'],
  // The clock of the server was set back.
  [-1, 'expired_token', 'expired'],
] as const)('a code %i ms old is %s for its TV and %s for the operator', (age, kind, standing) => {
  const pairing = makePairing('482917361', BEGIN);
  expect(polled(pairing, BEGIN + age).answer).toEqual({ kind });
  expect(standingAt(pairing, BEGIN + age)).toBe(standing);
});

test('an approved TV is given its token once', () => {
  const before = approved(makePairing('482917361', BEGIN), credential, BEGIN + 5);
  const first = polled(before, BEGIN + 6);
  expect(first.answer).toEqual({ kind: 'paired', credential });
  expect(JSON.stringify(first.pairing)).not.toContain('token');
  expect(polled(first.pairing, BEGIN + 5000).answer).toEqual({ kind: 'expired_token' });
});

test('a TV is given its token though it has asked too often', () => {
  const asked = polled(makePairing('482917361', BEGIN), BEGIN).pairing;
  const { answer } = polled(approved(asked, credential, BEGIN + 1), BEGIN + 2);
  expect(answer.kind).toBe('paired');
});

test('what is approved in the last second can be fetched for another minute', () => {
  const pairing = approved(makePairing('482917361', BEGIN), credential, BEGIN + 10 * MINUTE - 1);
  expect(polled(pairing, BEGIN + 11 * MINUTE - 2).answer.kind).toBe('paired');
  expect(polled(pairing, BEGIN + 11 * MINUTE - 1).answer.kind).toBe('expired_token');
});

test('a denied TV is told so, until its code has run out', () => {
  const pairing = denied(makePairing('482917361', BEGIN), BEGIN + 1);
  expect(polled(pairing, BEGIN + 2).answer).toEqual({ kind: 'access_denied' });
  expect(polled(pairing, BEGIN + 10 * MINUTE).answer).toEqual({ kind: 'expired_token' });
});

test.each([
  ['approved', approved(makePairing('482917361', BEGIN), credential, BEGIN)],
  ['denied', denied(makePairing('482917361', BEGIN), BEGIN)],
  ['redeemed', polled(approved(makePairing('482917361', BEGIN), credential, BEGIN), BEGIN).pairing],
] as const)('nobody decides again about what was %s', (_, pairing) => {
  const other = { ...credential, token: 'another' };
  expect(standingAt(pairing, BEGIN + 1)).toBe('used');
  expect(approved(pairing, other, BEGIN + 1)).toBe(pairing);
  expect(denied(pairing, BEGIN + 1)).toBe(pairing);
});

test('nobody decides about a code that has run out', () => {
  const pairing = makePairing('482917361', BEGIN);
  expect(approved(pairing, credential, BEGIN + 10 * MINUTE)).toBe(pairing);
  expect(denied(pairing, BEGIN + 10 * MINUTE)).toBe(pairing);
});

test('a TV that keeps its interval is never slowed down, whatever the network does to it', () => {
  let pairing = makePairing('482917361', BEGIN);
  for (const age of [0, 2000, 3900, 6100, 7200, 10_000]) {
    const { answer, pairing: next } = polled(pairing, BEGIN + age);
    expect(answer.kind).toBe('authorization_pending');
    pairing = next;
  }
});

test('a TV that asks too often is slowed down by five seconds each time, to a minute at most', () => {
  let pairing = polled(makePairing('482917361', BEGIN), BEGIN).pairing;
  const intervals = [];
  for (let n = 1; n <= 15; n++) {
    const { answer, pairing: next } = polled(pairing, BEGIN + n);
    intervals.push(answer.kind === 'slow_down' ? answer.intervalSeconds : answer.kind);
    pairing = next;
  }
  expect(intervals.slice(0, 3)).toEqual([7, 12, 17]);
  expect(intervals.at(-1)).toBe(60);
  expect(polled(pairing, BEGIN + 15 + MINUTE).answer.kind).toBe('authorization_pending');
});
