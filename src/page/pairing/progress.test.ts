import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { runs } from '../../../tools/runs.ts';
import type { PairingDocument } from '../../contract/pairing.ts';
import {
  nextQuestion,
  pairingAfter,
  pairingBegun,
  shownCode,
  type PairingEvent,
  type Progress,
  type Question,
} from './progress.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Dice that fall on what is to be seen in a result: the longest wait of each kind. */
const DICE = {
  firstAsk: () => 3 * SECOND,
  withoutSnapshot: (failures: number) => Math.min(60, 5 * 2 ** failures) * SECOND,
  retryAfter: (seconds: number) => 1.25 * seconds * SECOND,
};

function codes(at: number, name = 'first', document: Partial<PairingDocument> = {}): PairingEvent {
  return {
    kind: 'codes',
    at,
    sentAt: at - 200,
    document: {
      format: 'pairing/1',
      deviceCode: name,
      userCode: '482917361',
      expiresInSeconds: 600,
      intervalSeconds: 2,
      ...document,
    },
  };
}

function outcome(at: number, deviceCode: string, kind: 'authorization_pending' | 'expired_token') {
  return { kind: 'outcome', at, deviceCode, answer: { kind } } as const;
}

function after(...events: readonly PairingEvent[]): Progress {
  return events.reduce<Progress>(
    (progress, event) => pairingAfter(progress, event, DICE),
    pairingBegun(0, DICE),
  );
}

const ASK_CODES = { kind: 'codes' };
const ask = (deviceCode: string) => ({ kind: 'outcome', deviceCode });

test.each<readonly [what: string, events: readonly PairingEvent[], at: number, question: object]>([
  ['a TV that starts asks within three seconds', [], 3 * SECOND, ASK_CODES],
  ['a code is asked about after its interval', [codes(1000)], 3000, ask('first')],
  [
    'and again, as long as nobody has entered it',
    [codes(1000), outcome(3100, 'first', 'authorization_pending')],
    5100,
    ask('first'),
  ],
  [
    'more slowly once it is told so',
    [
      codes(1000),
      {
        kind: 'outcome',
        at: 3000,
        deviceCode: 'first',
        answer: { kind: 'slow_down', intervalSeconds: 7 },
      },
      outcome(10_000, 'first', 'authorization_pending'),
    ],
    17_000,
    ask('first'),
  ],
  [
    'it is replaced three seconds before it runs out, counted from the question',
    [codes(1000), outcome(800 + 10 * MINUTE - 4000, 'first', 'authorization_pending')],
    800 + 10 * MINUTE - 3000,
    ASK_CODES,
  ],
  [
    'the one before is asked about once more, when nobody can enter it any longer',
    [
      codes(1000),
      codes(10 * MINUTE - 2000, 'second'),
      outcome(10 * MINUTE, 'second', 'authorization_pending'),
    ],
    800 + 10 * MINUTE + 1000,
    ask('first'),
  ],
  [
    'and then not again',
    [
      codes(1000),
      codes(10 * MINUTE - 2000, 'second'),
      outcome(10 * MINUTE + 1500, 'second', 'authorization_pending'),
      outcome(10 * MINUTE + 1800, 'first', 'authorization_pending'),
    ],
    10 * MINUTE + 3500,
    ask('second'),
  ],
  [
    'codes that have run out, as by a restart of the endpoint, are replaced by chance',
    [codes(1000), outcome(3000, 'first', 'expired_token')],
    6000,
    ASK_CODES,
  ],
  [
    'a TV that is refused says so for ten seconds',
    [
      codes(1000),
      { kind: 'outcome', at: 3000, deviceCode: 'first', answer: { kind: 'access_denied' } },
    ],
    16_000,
    ASK_CODES,
  ],
  ['without any answer it waits', [{ kind: 'failed', at: 4000 }], 9000, ASK_CODES],
  [
    'longer each time',
    [0, 10, 20].map((at) => ({ kind: 'failed', at: at * SECOND }) as const),
    40 * SECOND,
    ASK_CODES,
  ],
  [
    'a minute at most',
    Array.from({ length: 50 }, () => ({ kind: 'failed', at: 0 }) as const),
    60 * SECOND,
    ASK_CODES,
  ],
  [
    'a network that is back is used at once, though not by all TVs together',
    [
      ...Array.from({ length: 50 }, () => ({ kind: 'failed', at: 0 }) as const),
      { kind: 'online', at: 20_000 },
    ],
    23 * SECOND,
    ASK_CODES,
  ],
  [
    'an endpoint that is full is left alone as long as it says, and a quarter more',
    [{ kind: 'busy', at: 3000, retryAfterSeconds: 40 }],
    53_000,
    ASK_CODES,
  ],
  ['but not for days', [{ kind: 'busy', at: 0, retryAfterSeconds: 1e9 }], 12.5 * MINUTE, ASK_CODES],
  ['or for as long as after no answer', [{ kind: 'busy', at: 3000 }], 8000, ASK_CODES],
  [
    'a code that runs out without network is not renewed sooner than the wait allows',
    [
      codes(1000),
      ...Array.from({ length: 50 }, () => ({ kind: 'failed', at: 10 * MINUTE - 5000 }) as const),
    ],
    11 * MINUTE - 5000,
    ASK_CODES,
  ],
])('%s', (_, events, at, question) => {
  expect(nextQuestion(after(...events))).toEqual({ at, question });
});

describe('the code on the screen', () => {
  const waiting = after(codes(1000));
  const [one, two] = [4000, 9000].map((at) => ({ kind: 'failed', at }) as const);

  test('stands until it runs out', () => {
    expect(shownCode(waiting, 800 + 10 * MINUTE - 1)?.userCode).toBe('482917361');
    expect(shownCode(waiting, 800 + 10 * MINUTE)).toBeUndefined();
  });

  test('outlives one request that fails, and no second one', () => {
    const hiccup = after(codes(1000), one ?? codes(0));
    expect(shownCode(hiccup, 5000)).toBeDefined();
    expect(shownCode(pairingAfter(hiccup, two ?? codes(0), DICE), 9000)).toBeUndefined();
  });

  test('comes back with the network', () => {
    const failed = after(codes(1000), one ?? codes(0), two ?? codes(0));
    const back = pairingAfter(failed, outcome(20_000, 'first', 'authorization_pending'), DICE);
    expect(shownCode(back, 20_000)?.deviceCode).toBe('first');
    expect(back.trouble).toBeUndefined();
  });

  test('goes when the TV is refused', () => {
    const refused = pairingAfter(
      waiting,
      { kind: 'outcome', at: 3000, deviceCode: 'first', answer: { kind: 'access_denied' } },
      DICE,
    );
    expect(shownCode(refused, 3000)).toBeUndefined();
    expect(refused.trouble).toBe('denied');
  });
});

test('a code that was replaced without being heard of is asked about for a minute, then forgotten', () => {
  const replaced = after(codes(1000), codes(10 * MINUTE - 2000, 'second'));
  const failing = pairingAfter(replaced, { kind: 'failed', at: 10 * MINUTE + 2000 }, DICE);
  expect(nextQuestion(failing)).toMatchObject({ at: 10 * MINUTE + 7000 });
  expect(failing.former?.deviceCode).toBe('first');
  const late = pairingAfter(failing, { kind: 'failed', at: 11 * MINUTE + 1000 }, DICE);
  expect(late.former).toBeUndefined();
});

test('after a request that fails nothing is asked for a while, whatever happened before', () => {
  const kinds = ['failed', 'busy', 'online', 'said', 'expired'] as const;
  const events = fc.array(
    fc.record({ kind: fc.constantFrom(...kinds), waitMs: fc.nat(20 * MINUTE) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(events, (events) => {
      let progress = pairingBegun(0, DICE);
      let at = 0;
      for (const { kind, waitMs } of events) {
        const { at: due, question } = nextQuestion(progress);
        at = Math.max(at, due) + waitMs;
        progress = pairingAfter(progress, eventOf(kind, at, question), DICE);
        const next = nextQuestion(progress).at;
        expect(next).toBeLessThan(Infinity);
        if (kind === 'failed' || kind === 'busy') expect(next).toBeGreaterThanOrEqual(at + 5000);
      }
    }),
    runs(),
  );
});

function eventOf(
  kind: 'failed' | 'busy' | 'online' | 'said' | 'expired',
  at: number,
  question: Question,
): PairingEvent {
  if (kind !== 'said' && kind !== 'expired') return { kind, at };
  if (question.kind === 'codes') return codes(at, `code of ${at}`);
  const said = kind === 'expired' ? 'expired_token' : 'authorization_pending';
  return outcome(at, question.deviceCode, said);
}
