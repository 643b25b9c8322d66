import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { PairingAnswer } from '../../contract/pairing.ts';
import { CREDENTIAL } from '../../sync/record.fixture.ts';
import { pairingLoop } from './pairing-loop.ts';

const SECOND = 1_000;
const DEVICE_CODE = 'GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS0A';
const CODES = {
  format: 'pairing/1',
  deviceCode: DEVICE_CODE,
  userCode: '048291736',
  expiresInSeconds: 600,
  intervalSeconds: 2,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A TV, and an endpoint that has its codes answered by `outcome`. */
function makeTv(outcome: () => PairingAnswer | undefined) {
  const asked: string[] = [];
  const paired = vi.fn();
  const loop = pairingLoop({
    async fetch(url, { method, body }) {
      asked.push(`${method} ${url} ${JSON.stringify(body)} at ${performance.now() / SECOND}`);
      const answer = url === '/v1/pairings' ? CODES : outcome();
      if (!answer) throw new TypeError('Failed to fetch');
      const headers = { 'content-type': 'application/json', 'riwaq-time': '1' };
      return new Response(JSON.stringify(answer), { headers });
    },
    monotonic: () => performance.now(),
    dice: {
      firstAsk: () => SECOND,
      withoutSnapshot: () => 5 * SECOND,
      retryAfter: (seconds) => seconds * SECOND,
    },
    setTimeout: (work, ms) => setTimeout(work, ms),
    changed: () => {},
    heardTime: () => {},
    paired,
  });
  return { loop, asked, paired };
}

const PENDING = { kind: 'authorization_pending' } as const;
const TOKEN = `POST /v1/pairings/token ${JSON.stringify(JSON.stringify({ deviceCode: DEVICE_CODE }))}`;

test('a TV asks for codes, then every two seconds what has become of them', async () => {
  const { loop, asked } = makeTv(() => PENDING);
  loop.start();
  loop.start();
  await vi.advanceTimersByTimeAsync(5.5 * SECOND);
  expect(asked).toEqual(['POST /v1/pairings "{}" at 1', `${TOKEN} at 3`, `${TOKEN} at 5`]);
  expect(loop.progress().code?.userCode).toBe('048291736');
});

test('what was approved is said once, and nothing is asked after it', async () => {
  let answer: PairingAnswer = PENDING;
  const { loop, asked, paired } = makeTv(() => answer);
  loop.start();
  await vi.advanceTimersByTimeAsync(4 * SECOND);
  answer = { kind: 'paired', credential: CREDENTIAL };
  await vi.advanceTimersByTimeAsync(60 * SECOND);
  expect(paired.mock.calls).toEqual([[CREDENTIAL]]);
  expect(asked).toHaveLength(3);
});

test('a TV that looked elsewhere for a while goes on with its code', async () => {
  const { loop, asked } = makeTv(() => PENDING);
  loop.start();
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  loop.stop();
  await vi.advanceTimersByTimeAsync(58 * SECOND);
  expect(asked).toHaveLength(1);
  loop.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.slice(1)).toEqual([`${TOKEN} at 60`]);
});

test('a network that is back is used sooner than the wait says', async () => {
  let isUp = false;
  const { loop, asked } = makeTv(() => (isUp ? PENDING : undefined));
  loop.start();
  await vi.advanceTimersByTimeAsync(4 * SECOND);
  isUp = true;
  loop.online();
  await vi.advanceTimersByTimeAsync(1.5 * SECOND);
  expect(asked.slice(1)).toEqual([`${TOKEN} at 3`, `${TOKEN} at 5`]);
});
