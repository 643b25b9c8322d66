import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import type { RefreshState } from '../contract/refresh-state.ts';
import type { Polling } from './polling.ts';
import {
  refresh,
  type PointerAnswer,
  type RefreshCommand,
  type RefreshContext,
  type RefreshEvent,
} from './refresh.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const at = (time: string) => Date.parse(`2026-09-14T${time}+03:00`);
const hours = { from: at('06:45'), until: at('13:00') };

/** A screen that asks at half past each minute, from 06:45 to 13:00; outside, each quarter at 7.5. */
const polling: Polling = {
  phase: 0.5,
  inHoursMs: MINUTE,
  offHoursMs: 15 * MINUTE,
  isInHours: (instant) => instant >= hours.from && instant < hours.until,
};
const dice = {
  firstAsk: () => 2_000,
  withoutSnapshot: (failures: number) => Math.min(MINUTE, 5_000 * 2 ** failures),
  retryAfter: (seconds: number) => seconds * 1_100,
  spread: (seconds: number) => seconds * 500,
};
const holding: RefreshContext = { polling, holdsSnapshot: true, dice };
const empty: RefreshContext = { polling, holdsSnapshot: false, dice };

function makeState(overrides: Partial<RefreshState> = {}): RefreshState {
  return { nextAt: at('08:00:30'), failures: 0, missed: 0, ...overrides };
}

const wake = (time: string): RefreshEvent => ({ kind: 'wake', at: at(time) });
const answer = (time: string, given: PointerAnswer): RefreshEvent => ({
  kind: 'answered',
  at: at(time),
  answer: given,
});
const changed: PointerAnswer = {
  kind: 'changed',
  pending: { document: '{}', revision: 'abcdefghijklmnopqrstuv' },
};

test.each<[string, RefreshContext, string, string]>([
  ['in hours asks in its next slot', holding, '08:00:31', '08:01:30'],
  [
    'at night asks in the next slot of the short period all the same',
    holding,
    '02:00:31',
    '02:01:30',
  ],
  ['with nothing stored asks at once, but for the dice', empty, '02:00:31', '02:00:33'],
])('a screen that starts %s', (_, context, now, next) => {
  const { state, command } = refresh(undefined, { kind: 'boot', at: at(now) }, context);
  expect(state.nextAt).toBe(at(next));
  expect(command).toBeUndefined();
});

test('a screen that starts over and over with nothing stored keeps to its wait', () => {
  const waiting = makeState({ failures: 3, nextAt: at('08:00:50') });
  expect(refresh(waiting, { kind: 'boot', at: at('08:00:31') }, empty).state.nextAt).toBe(
    at('08:00:50'),
  );
});

test.each([
  ['before its slot', '08:00:29', undefined, '08:00:30'],
  ['in its slot', '08:00:30', 'askPointer', '08:01:30'],
  ['a little late', '08:00:35', 'askPointer', '08:01:30'],
  ['too late, and waits for the next slot', '08:00:36', undefined, '08:01:30'],
  ['hours late, after a sleep', '11:17:00', undefined, '11:17:30'],
  ['for the last time in hours', '12:59:31', undefined, '13:07:30'],
])('a screen is woken %s', (_, now, command, next) => {
  const result = refresh(makeState(), wake(now), holding);
  expect(result.command?.kind).toBe(command);
  expect(result.state.nextAt).toBe(at(next));
});

test('a second knock in the same slot is answered without a request', () => {
  const { state } = refresh(makeState(), wake('08:00:30'), holding);
  expect(refresh(state, wake('08:00:31'), holding).command).toBeUndefined();
});

// fault:T13 A browser throttles the timers of a page that it takes for hidden
// hallway: no change
// technician: requests come late rather than never, and none in addition
test('a page whose timers are throttled asks late rather than never', () => {
  let state = makeState();
  const commands: (string | undefined)[] = [];
  for (const now of ['08:01:10', '08:02:10', '08:03:10', '08:04:10', '08:05:10']) {
    const result = refresh(state, wake(now), holding);
    commands.push(result.command?.kind);
    state = result.state;
  }
  expect(commands).toEqual([undefined, undefined, undefined, 'askPointer', 'askPointer']);
});

test('a rare knock may ask before the slot, once in each', () => {
  const rare: RefreshEvent = { kind: 'wake', at: at('02:03:00'), isRare: true };
  const first = refresh(makeState({ nextAt: at('02:07:30') }), rare, holding);
  expect(first.command?.kind).toBe('askPointer');
  const again = refresh(first.state, { ...rare, at: at('02:03:20') }, holding);
  expect(again.command).toBeUndefined();
});

test('a confirmation is remembered, and the next slot is awaited', () => {
  const before = makeState({ failures: 4, isUnpaired: true, distrustsCaches: true });
  const { state } = refresh(before, answer('08:00:31', { kind: 'confirmed' }), holding);
  expect(state).toEqual({
    nextAt: at('08:01:30'),
    askedAt: undefined,
    confirmedAt: at('08:00:31'),
    failures: 0,
    missed: 0,
  });
});

test('a failure waits for the next slot, without a retry', () => {
  const { state } = refresh(makeState(), answer('08:00:40', { kind: 'failed' }), holding);
  expect(state).toMatchObject({ nextAt: at('08:01:30'), failures: 1 });
});

// fault:H05 An empty screen finds no server, as many do at once
// hallway: the waiting screen
// technician: their waits grow from 5 s to a minute
test('with nothing stored the waits grow to a minute', () => {
  let state = makeState();
  const waits = [1, 2, 3, 4, 5, 6].map(() => {
    state = refresh(state, answer('08:00:00', { kind: 'failed' }), empty).state;
    return (state.nextAt - at('08:00:00')) / SECOND;
  });
  expect(waits).toEqual([5, 10, 20, 40, 60, 60]);
});

// fault:N20 An endpoint or its front says 429 or 503 with Retry-After
// hallway: no change
// technician: nothing is asked before that time, nor much more than an hour later whatever it says
test.each<[string, RefreshContext, number | undefined, string]>([
  ['without a wish, in the next slot', holding, undefined, '08:01:30'],
  ['asks in its first slot after the wish', holding, 120, '08:03:30'],
  ['with nothing stored, asks when the wish is over', empty, 120, '08:02:43'],
  ['does not wait for more than an hour and a part', holding, 999_999, '09:07:30'],
])('a busy endpoint: %s', (_, context, retryAfterSeconds, next) => {
  const event = answer('08:00:31', { kind: 'busy', retryAfterSeconds });
  expect(refresh(makeState(), event, context).state.nextAt).toBe(at(next));
});

// fault:N21 A screen is started again while it was told to wait
// hallway: no change
// technician: the wait is kept over the start
test('a restart does not shorten the wait that a busy endpoint asked for', () => {
  const { state } = refresh(
    makeState(),
    answer('08:00:31', { kind: 'busy', retryAfterSeconds: 600 }),
    holding,
  );
  const boot = refresh(state, { kind: 'boot', at: at('08:01:00') }, holding);
  expect(boot.state.nextAt).toBe(at('08:12:30'));
});

test('a screen that nobody knows goes on asking in its slots', () => {
  const { state } = refresh(makeState(), answer('08:00:31', { kind: 'notPaired' }), holding);
  expect(state).toMatchObject({ isUnpaired: true, nextAt: at('08:01:30') });
  expect(refresh(state, answer('08:01:31', changed), holding).state.isUnpaired).toBe(false);
});

test('a screen that the school has removed forgets', () => {
  const { command } = refresh(makeState(), answer('08:00:31', { kind: 'gone' }), holding);
  expect(command).toEqual({ kind: 'forget' });
});

test('a changed snapshot is fetched at once, on time already', () => {
  const { state, command } = refresh(makeState(), answer('08:00:31', changed), holding);
  expect(command).toMatchObject({ kind: 'fetchSnapshot', passesCaches: false });
  expect(state.confirmedAt).toBeUndefined();
  const event: RefreshEvent = { kind: 'fetched', at: at('08:00:32'), isAdopted: true };
  expect(refresh(state, event, holding).state).toMatchObject({
    confirmedAt: at('08:00:32'),
    nextAt: at('08:01:30'),
  });
});

test('a body that is not what its name promises is asked for again past all caches', () => {
  const event: RefreshEvent = { kind: 'fetched', at: at('08:00:32'), isAdopted: false };
  const { state } = refresh(makeState({ confirmedAt: 5 }), event, holding);
  expect(state).toMatchObject({ confirmedAt: 5, failures: 1, nextAt: at('08:01:30') });
  expect(refresh(state, answer('08:01:31', changed), holding).command).toMatchObject({
    passesCaches: true,
  });
});

// fault:H06 The server spreads the fetching of a publish that reaches very many screens
// hallway: the new timetable within the time that the server names
// technician: `spread` in the screen document
test('a spread fetch waits for its moment, while the slots go on', () => {
  const spread = { ...changed, spreadSeconds: 180 };
  let result = refresh(makeState({ askedAt: at('08:00:30') }), answer('08:00:31', spread), holding);
  expect(result.command).toBeUndefined();
  const commands = ['08:01:30', '08:02:01'].map((time) => {
    result = refresh(result.state, wake(time), holding);
    const { command } = result;
    if (command?.kind === 'askPointer') {
      result = refresh(result.state, answer('08:01:31', spread), holding);
    }
    return command?.kind;
  });
  expect(commands).toEqual(['askPointer', 'fetchSnapshot']);
});

test('a spread fetch that was slept through is made after the next slot', () => {
  const spread = { ...changed, spreadSeconds: 180 };
  const slept = refresh(makeState(), answer('08:00:31', spread), holding).state;
  const woken = refresh(slept, wake('09:00:10'), holding);
  expect(woken.command).toBeUndefined();
  expect(woken.state.nextAt).toBe(at('09:00:30'));
  expect(refresh(woken.state, answer('09:00:31', spread), holding).command?.kind).toBe(
    'fetchSnapshot',
  );
});

test('a spread does not keep a screen blank that has nothing to show', () => {
  const spread = { ...changed, spreadSeconds: 180 };
  expect(refresh(makeState(), answer('08:00:31', spread), empty).command?.kind).toBe(
    'fetchSnapshot',
  );
});

test('"not modified" with nothing stored leads to one request without a condition', () => {
  const first = answer('08:00:31', { kind: 'notModified', wasConditional: true });
  expect(refresh(makeState(), first, empty).command).toEqual({
    kind: 'askPointer',
    isConditional: false,
  });
  const second = answer('08:00:32', { kind: 'notModified', wasConditional: false });
  const result = refresh(makeState(), second, empty);
  expect(result.command).toBeUndefined();
  expect(result.state.failures).toBe(1);
});

// fault:T14 A clock that was years ahead is put back
// hallway: no change
// technician: the next request is in the next slot, not in years
test('a clock put back by years does not silence the screen', () => {
  const future = makeState({
    nextAt: at('08:00:30') + 9e11,
    askedAt: at('08:00:00') + 9e11,
    notBefore: at('08:00:00') + 9e11,
  });
  const { state, command } = refresh(future, wake('08:00:31'), holding);
  expect(command).toBeUndefined();
  expect(state.nextAt).toBe(at('08:01:30'));
});

test('what was asked by a clock that was ahead counts as asked now, and so as later than before', () => {
  const ahead = makeState({ nextAt: at('09:01:30'), askedAt: at('09:00:30') });
  const answered = { kind: 'answered', at: at('08:00:31'), answer: { kind: 'confirmed' } } as const;
  const { state } = refresh(ahead, answered, holding);
  expect(state).toMatchObject({ askedAt: at('08:00:31'), nextAt: at('08:01:30') });
});

/** What happens to a screen: knocks at odd moments, answers of every kind, restarts. */
const happening = fc.record({
  waitMs: fc.oneof(
    fc.integer({ min: 100, max: 5_000 }),
    fc.integer({ min: 100, max: 20 * MINUTE }),
    fc.integer({ min: 100, max: 9 * 3_600_000 }),
    fc.constant(1_000),
  ),
  isBoot: fc.integer({ min: 0, max: 20 }).map((die) => die === 0),
  isRare: fc.integer({ min: 0, max: 20 }).map((die) => die === 0),
  isPatient: fc.boolean(),
  answer: fc.constantFrom<PointerAnswer>(
    { kind: 'confirmed' },
    { kind: 'notModified', wasConditional: true },
    { kind: 'failed' },
    { kind: 'notPaired' },
    { kind: 'busy' },
    { kind: 'busy', retryAfterSeconds: 90 },
    changed,
    { ...changed, spreadSeconds: 200 },
  ),
  answerMs: fc.integer({ min: 1, max: 10_000 }),
});

// fault:H04 Restarts, sleeps, failures and knocks in any order
// hallway: no change
// technician: at most one request in each slot, and none before it
test('whatever happens, a screen asks at most once in each slot, and never before it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000),
      fc.integer({ min: at('00:00'), max: at('23:59') }),
      fc.array(happening, { maxLength: 60 }),
      (phase, start, happenings) => {
        const context = { ...holding, polling: { ...polling, phase } };
        const slot = (instant: number) => Math.floor(instant / MINUTE - phase + 1e-6);
        let now = start;
        let { state } = refresh(undefined, { kind: 'boot', at: now }, context);
        const asked: number[] = [];
        function follow(command: RefreshCommand | undefined, one: (typeof happenings)[number]) {
          if (!command || command.kind === 'forget') return;
          if (command.kind === 'askPointer') asked.push(slot(now));
          now += one.answerMs;
          const event: RefreshEvent =
            command.kind === 'askPointer'
              ? { kind: 'answered', at: now, answer: one.answer }
              : { kind: 'fetched', at: now, isAdopted: one.isPatient };
          const result = refresh(state, event, context);
          state = result.state;
          follow(result.command, one);
        }
        for (const one of happenings) {
          now = one.isPatient ? Math.max(now + 1, state.nextAt) : now + one.waitMs;
          const { nextAt } = state;
          const kind = one.isBoot ? 'boot' : 'wake';
          const result = refresh(state, { kind, at: now, isRare: one.isRare }, context);
          if (result.command?.kind === 'askPointer' && !one.isRare)
            expect(now).toBeGreaterThanOrEqual(nextAt);
          state = result.state;
          follow(result.command, one);
          expect(state.nextAt).toBeGreaterThan(now - 1);
        }
        expect(new Set(asked).size).toBe(asked.length);
      },
    ),
    runs(500),
  );
});
