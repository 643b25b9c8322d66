import { expect, test } from 'vitest';

import type { Exchange, ScreenNotes } from './messages.ts';
import {
  confirmedFigures,
  fullestSecondBut,
  hurried,
  requestFigures,
  servedFigures,
} from './storm-figures.ts';

const EXPECTED = new Map([['school', 'new']]);

function pointer(at: number, ms = 5, status = 200): Exchange {
  return { kind: 'pointer', at, ms, status };
}

function screen(notes: Partial<ScreenNotes> = {}): ScreenNotes {
  return {
    school: 'school',
    switchedOnAt: 0,
    exchanges: [],
    shown: [],
    confirmed: [],
    bytes: 0,
    connections: 0,
    ...notes,
  };
}

test('a screen is served when it shows what its school has published, not before', () => {
  const right = { at: 4_500, revision: 'new' };
  const screens = [
    screen({
      exchanges: [pointer(2_000), pointer(4_200)],
      shown: [{ at: 2_100, revision: 'old' }, right],
    }),
    screen({ exchanges: [pointer(26_000)], shown: [{ at: 26_100, revision: 'new' }] }),
    screen({ exchanges: [pointer(3_000)], shown: [{ at: 3_100, revision: 'old' }] }),
    screen({ school: 'unknown', shown: [right] }),
  ];
  expect(servedFigures(screens, EXPECTED, 1_000)).toEqual({
    screens: 4,
    right: 2,
    rightAt20s: 1,
    rightAfterS: { p50: 3.5, p95: 3.5, max: 25.1 },
    requestToRightMs: { p50: 100, p95: 100, max: 2_500 },
  });
});

test('what nobody answered is counted, and of that what the screen gave up', () => {
  const exchanges = [
    pointer(0),
    pointer(100, 3, 0),
    pointer(200, 10_000, 0),
    { kind: 'snapshot', at: 300, ms: 7, status: 200 } as const,
  ];
  const figures = requestFigures([screen({ exchanges, connections: 2 })], 60_000);
  expect(figures).toMatchObject({ requests: 4, failed: 2, timeouts: 1, connections: 2 });
  expect(figures.answerMs).toEqual({ p50: 5, p95: 5, max: 7 });
});

test('the fullest second is that of all screens together, and counts the pointer only', () => {
  const screens = [
    screen({ exchanges: [pointer(1_000), pointer(2_000)] }),
    screen({ exchanges: [pointer(1_999), { ...pointer(1_500), kind: 'snapshot' }] }),
  ];
  const { fullestSecond, meanSecond } = requestFigures(screens, 6_000);
  expect([fullestSecond, meanSecond]).toEqual([2, 0.5]);
});

test('seconds in which all connections break are left out of the fullest', () => {
  const exchanges = [pointer(1_000), pointer(2_100), pointer(2_900), pointer(4_000)];
  const screens = [screen({ exchanges }), screen({ exchanges: [pointer(4_999)] })];
  expect(fullestSecondBut(screens, { from: 9_000, to: 9_000 })).toBe(2);
  expect(fullestSecondBut(screens, { from: 2_500, to: 4_100 })).toBe(1);
});

test('a screen in a hurry asks again before its next slot', () => {
  const patient = screen({ exchanges: [pointer(3_000), pointer(60_000), pointer(120_000)] });
  const hasty = screen({ exchanges: [pointer(3_000), pointer(4_500)] });
  expect(hurried([patient], 60_000)).toBe(0);
  expect(hurried([patient, hasty], 60_000)).toBe(1);
});

test('a confirmation is timed from the first request', () => {
  const confirmed = [{ at: 1_250, revision: 'new' }];
  const screens = [screen({ exchanges: [pointer(1_200)], confirmed }), screen()];
  expect(confirmedFigures(screens)).toEqual({
    confirmed: 1,
    requestToConfirmedMs: { p50: 50, p95: 50, max: 50 },
  });
});
