import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../tools/runs.ts';
import type { Opened, Pairings } from './pairings.ts';
import {
  MOST_PAIRINGS,
  MOST_PER_ADDRESS,
  MOST_WRONG,
  WRONG_WINDOW_MS,
  makePairings,
} from './pairings.ts';

const BEGIN = 1_000_000;
const MINUTE = 60_000;
const credential = { school: 'alfarabi', screen: 's1', token: 't' };

test('a TV is given codes, waits, and is given its token once', () => {
  const pairings = makePairings();
  const { deviceCode, userCode, ...rest } = codesOf(pairings.open('10.0.0.1', BEGIN));
  expect(rest).toEqual({ format: 'pairing/1', expiresInSeconds: 600, intervalSeconds: 2 });
  expect(Buffer.from(deviceCode, 'base64url')).toHaveLength(32);
  expect(pairings.poll(deviceCode, BEGIN)).toEqual({ kind: 'authorization_pending' });
  approve(pairings, userCode, BEGIN + 2000);
  expect(pairings.poll(deviceCode, BEGIN + 2000)).toEqual({ kind: 'paired', credential });
  expect(pairings.poll(deviceCode, BEGIN + 4000)).toEqual({ kind: 'expired_token' });
  expect(pairings.find(userCode, BEGIN + 4000)).toEqual({ kind: 'used' });
});

test('what nobody was given opens nothing', () => {
  const pairings = makePairings(() => '482917361');
  const { deviceCode, userCode } = codesOf(pairings.open('10.0.0.1', BEGIN));
  for (const guess of ['', 'x', userCode, `${deviceCode}x`, deviceCode.toLowerCase()]) {
    expect(pairings.poll(guess, BEGIN)).toEqual({ kind: 'expired_token' });
  }
  expect(pairings.find('482917362', BEGIN)).toEqual({ kind: 'unknown' });
});

test('a code that has run out is told from a wrong one, for as long again', () => {
  const pairings = makePairings();
  const { userCode } = codesOf(pairings.open('10.0.0.1', BEGIN));
  expect(pairings.find(userCode, BEGIN + 10 * MINUTE - 1)).toMatchObject({ kind: 'found' });
  expect(pairings.find(userCode, BEGIN + 10 * MINUTE)).toEqual({ kind: 'expired' });
  pairings.open('10.0.0.1', BEGIN + 20 * MINUTE);
  expect(pairings.find(userCode, BEGIN + 20 * MINUTE)).toEqual({ kind: 'unknown' });
});

// fault:H09 One address asks for codes without end
// hallway: no change on walls
// technician: its own share is used up, and nobody else’s
test('one address has its share of the pairings, and gets another when one has run out', () => {
  const pairings = makePairings();
  for (let n = 0; n < MOST_PER_ADDRESS; n++) codesOf(pairings.open('10.0.0.1', BEGIN + n));
  const full = { kind: 'full', retryAfterMs: 9 * MINUTE };
  expect(pairings.open('10.0.0.1', BEGIN + MINUTE)).toEqual(full);
  expect(pairings.open('10.0.0.2', BEGIN + MINUTE).kind).toBe('opened');
  expect(pairings.open('10.0.0.1', BEGIN + 10 * MINUTE - 1).kind).toBe('full');
  expect(pairings.open('10.0.0.1', BEGIN + 10 * MINUTE).kind).toBe('opened');
  expect(pairings.open('10.0.0.1', BEGIN + 10 * MINUTE).kind).toBe('full');
});

// fault:H08 Thousands of addresses ask for codes
// hallway: no change on walls; a TV to be paired is asked to wait
// technician: 2,000 pairings at once, and no more
test('there are never more pairings than the most there may be, from however many addresses', () => {
  const pairings = makePairings();
  const openAll = (instant: number) =>
    Array.from({ length: MOST_PAIRINGS + 50 }, (_, n) => pairings.open(`10.0.0.${n}`, instant));
  const first = openAll(BEGIN);
  expect(first.filter(({ kind }) => kind === 'opened')).toHaveLength(MOST_PAIRINGS);
  expect(first.at(-1)).toEqual({ kind: 'full', retryAfterMs: 10 * MINUTE });
  expect(pairings.open('10.0.9.9', BEGIN + 10 * MINUTE - 1).kind).toBe('full');
  // Those that have run out are forgotten at once when there is no room.
  const second = openAll(BEGIN + 10 * MINUTE);
  expect(second.filter(({ kind }) => kind === 'opened')).toHaveLength(MOST_PAIRINGS);
  const [oldest] = first.map(codesOfOpened);
  expect(pairings.find(oldest?.userCode ?? '', BEGIN + 10 * MINUTE)).toEqual({ kind: 'unknown' });
});

// fault:H10 Somebody guesses codes
// hallway: no change
// technician: no code is taken for ten minutes after ten wrong ones
test('after ten wrong codes the right one is not taken either, until the first is long ago', () => {
  const pairings = makePairings(() => '482917361');
  const instants = Array.from({ length: MOST_WRONG }, (_, n) => BEGIN + n * 1000);
  for (const instant of instants) {
    expect(pairings.find('000000000', instant)).toEqual({ kind: 'unknown' });
  }
  const { userCode } = codesOf(pairings.open('10.0.0.1', BEGIN + 5 * MINUTE));
  const barred = { kind: 'barred', retryAfterMs: WRONG_WINDOW_MS - 5 * MINUTE };
  expect(pairings.find(userCode, BEGIN + 5 * MINUTE)).toEqual(barred);
  expect(pairings.find(userCode, BEGIN + WRONG_WINDOW_MS - 1).kind).toBe('barred');
  expect(pairings.find(userCode, BEGIN + WRONG_WINDOW_MS).kind).toBe('found');
});

test('right codes are never too many', () => {
  const pairings = makePairings();
  const { userCode } = codesOf(pairings.open('10.0.0.1', BEGIN));
  for (let n = 0; n < 3 * MOST_WRONG; n++) {
    expect(pairings.find(userCode, BEGIN).kind).toBe('found');
  }
});

// fault:P26 The server’s clock is set back while TVs wait to be paired
// hallway: new digits for those TVs
// technician: nobody is shut out; the codes from before have run out
test('a clock that is set back ends the pairings and shuts nobody out', () => {
  const pairings = makePairings();
  const opened = Array.from({ length: MOST_PER_ADDRESS }, () => pairings.open('10.0.0.1', BEGIN));
  for (let n = 0; n < MOST_WRONG; n++) pairings.find('000000000', BEGIN);
  const earlier = BEGIN - 60 * MINUTE;
  const { userCode } = codesOf(pairings.open('10.0.0.1', earlier));
  expect(pairings.find(userCode, earlier).kind).toBe('found');
  const [old] = opened.map(codesOfOpened);
  expect(pairings.poll(old?.deviceCode ?? '', earlier)).toEqual({ kind: 'expired_token' });
});

/** What TVs, operators and time do to the endpoint, in any order; TV 0 is the newest. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), address: fc.nat(3) }),
  fc.record({ kind: fc.constantFrom('poll' as const, 'approve' as const), tv: fc.nat(5) }),
  fc.record({ kind: fc.constant('deny' as const), tv: fc.nat(5) }),
  fc.record({
    kind: fc.constant('wait' as const),
    ms: fc.oneof(fc.nat(5000), fc.nat(MINUTE), fc.nat(11 * MINUTE)),
  }),
);

test('whatever happens in whatever order, a code is live once and a token given once, to its own TV', () => {
  let given = 0;
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 100, size: 'max' }),
      fc.infiniteStream(fc.nat(7)),
      (steps, dice) => {
        // So few codes that they are drawn again and again.
        const pairings = makePairings(() => codeOf(dice.next().value));
        const tvs: TestTv[] = [];
        let instant = BEGIN;
        for (const [index, one] of steps.entries()) {
          if (one.kind === 'wait') {
            instant += one.ms;
            continue;
          }
          if (one.kind === 'open') {
            // With every code taken, the next draw would go on for ever.
            const taken = tvs.filter(({ openedAt }) => Math.abs(instant - openedAt) < 25 * MINUTE);
            if (new Set(taken.map(({ userCode }) => userCode)).size > 7) continue;
            const codes = codesOf(pairings.open(`10.0.0.${one.address}`, instant));
            expect(showing(tvs, codes.userCode, instant)).toEqual([]);
            tvs.push({ ...codes, openedAt: instant, approved: [], given: [] });
            continue;
          }
          const tv = tvs.at(-1 - one.tv);
          if (!tv) continue;
          if (one.kind === 'poll') {
            const answer = pairings.poll(tv.deviceCode, instant);
            if (answer.kind === 'paired') tv.given.push(answer.credential.token);
            continue;
          }
          const found = pairings.find(tv.userCode, instant);
          if (found.kind !== 'found') continue;
          const [shown, ...others] = showing(tvs, tv.userCode, instant);
          expect(others).toEqual([]);
          if (one.kind === 'deny') pairings.deny(found.key, instant);
          else {
            const token = `token ${index}`;
            pairings.approve(found.key, { ...credential, token }, instant);
            shown?.approved.push(token);
          }
        }
        for (const { approved, given: tokens } of tvs) {
          expect(approved.length).toBeLessThanOrEqual(1);
          expect([[], approved]).toContainEqual(tokens);
          given += tokens.length;
        }
      },
    ),
    runs(300),
  );
  expect(given).toBeGreaterThan(20);
});

type TestTv = {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly openedAt: number;
  readonly approved: string[];
  readonly given: string[];
};

function showing(tvs: readonly TestTv[], userCode: string, instant: number) {
  return tvs.filter(
    (tv) =>
      tv.userCode === userCode && tv.openedAt <= instant && instant < tv.openedAt + 10 * MINUTE,
  );
}

function codeOf(number: number): string {
  return String(number).padStart(9, '0');
}

function approve(pairings: Pairings, userCode: string, instant: number): void {
  const found = pairings.find(userCode, instant);
  if (found.kind !== 'found') throw new Error(`The code is ${found.kind}`);
  pairings.approve(found.key, credential, instant);
}

function codesOf(opened: Opened) {
  if (opened.kind === 'full') throw new Error('There are as many pairings as there may be');
  return opened.document;
}

function codesOfOpened(opened: Opened) {
  return opened.kind === 'opened' ? opened.document : undefined;
}
