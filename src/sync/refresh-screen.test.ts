import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { compareGenerations } from '../contract/generation.ts';
import type { Refreshed, Wake } from '../contract/message.ts';
import { jitterFrom } from './jitter.ts';
import { CREDENTIAL, makeDocument, makeText } from './record.fixture.ts';
import { refreshScreen, type RefreshDeps } from './refresh-screen.ts';
import { subtleRevisionOf } from './revision.ts';
import { screenStore } from './screen-store.ts';
import { localTexts } from './second-copy.ts';
import { snapshotDb } from './snapshot-db.ts';

const MINUTE = 60_000;
/** 08:00:30 in Riyadh, a slot of the hall's screen. */
const SLOT = Date.parse('2026-03-01T08:00:30+03:00');

const STORE_DEPS = { report: () => {}, revisionOf: subtleRevisionOf };

type Answer = { status?: number; headers?: Record<string, string>; body?: string | undefined };

let log: string[];
let texts: Map<string, string>;
/** True time; the screen believes that it is `ahead` later. */
let truth: number;
let ahead: number;
let answers: { pointer: () => Answer; snapshot: () => Answer };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  log = [];
  texts = new Map();
  truth = SLOT - MINUTE;
  ahead = 0;
  publish(1);
});

/** The endpoint, when all is well and it shows the `n`-th timetable. */
function publish(
  n: number,
  text: string | undefined = makeText(n),
  document = makeDocument(n, text),
) {
  const json = { 'content-type': 'application/json' };
  answers = {
    pointer: () => ({ headers: { ...json, etag: `"${n}"` }, body: document }),
    snapshot: () => ({ headers: json, body: text }),
  };
}

function fetchFrom(url: string, { headers = {}, cache }: RequestInit): Promise<Response> {
  truth += 20;
  const sent = new Headers(headers);
  const isPointer = url === '/v1/screen';
  const condition = sent.get('if-none-match');
  log.push(
    `${isPointer ? 'pointer' : 'snapshot'}${condition ? ` if not ${condition}` : ''}${cache === 'reload' ? ' past caches' : ''}`,
  );
  const given = isPointer ? answers.pointer() : answers.snapshot();
  const { status = 200, body } = given;
  const time = { 'riwaq-time': String(truth) };
  truth += 20;
  if (isPointer && status === 200 && condition !== null && condition === given.headers?.['etag']) {
    return Promise.resolve(new Response(null, { status: 304, headers: time }));
  }
  const response = new Response(body ?? null, { status, headers: { ...time, ...given.headers } });
  return Promise.resolve(response);
}

function makeDeps(overrides: Partial<RefreshDeps> = {}): RefreshDeps {
  const values = {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, value: string) => void texts.set(key, value),
    removeItem: (key: string) => void texts.delete(key),
  };
  return {
    store: screenStore(snapshotDb(STORE_DEPS), localTexts(values), STORE_DEPS),
    jitter: jitterFrom(() => 0.5),
    fetch: fetchFrom,
    monotonic: () => truth,
    ...overrides,
  };
}

const knock = (overrides: Partial<Wake> = {}): Wake => ({
  kind: 'wake',
  screen: 'hall',
  instant: truth + ahead,
  credential: CREDENTIAL,
  ...overrides,
});

/** Lets the screen come to its next instant and knock, as a page does. */
async function knockInTime(deps: RefreshDeps, last: Refreshed | undefined): Promise<Refreshed> {
  truth = Math.max(truth, (last?.refresh.nextAt ?? truth) - ahead);
  return refreshScreen(knock({ isBoot: last === undefined }), deps);
}

/** Screen that holds the first timetable already. */
async function synced(deps: RefreshDeps): Promise<Refreshed> {
  const waiting = await knockInTime(deps, undefined);
  const answer = await knockInTime(deps, waiting);
  log = [];
  return answer;
}

const generation = async (deps: RefreshDeps) =>
  (await deps.store.readRecord('hall'))?.document.snapshot?.generation;

test('an empty screen waits for its dice, and takes the first timetable', async () => {
  const deps = makeDeps();
  const waiting = await knockInTime(deps, undefined);
  expect(log).toEqual([]);
  expect(waiting.refresh.nextAt).toBe(SLOT - MINUTE + 1_500);
  const answer = await knockInTime(deps, waiting);
  expect(log).toEqual(['pointer', 'snapshot']);
  expect(answer.record?.document).toBe(makeDocument(1));
  expect(answer.refresh.confirmedAt).toBe(truth);
  expect(answer.time).toEqual({ server: truth - 60, roundTripMs: 40, elapsedMs: 40 });
  expect(await generation(makeDeps())).toBe('1.1');
});

test('a screen that is current asks with a condition and is confirmed', async () => {
  const deps = makeDeps();
  const answer = await knockInTime(deps, await synced(deps));
  expect(log).toEqual(['pointer if not "1"']);
  expect(answer.refresh).toMatchObject({ nextAt: SLOT + MINUTE, confirmedAt: truth });
});

test('a changed timetable is taken at once', async () => {
  const deps = makeDeps();
  const first = await synced(deps);
  publish(2);
  const answer = await knockInTime(deps, first);
  expect(log).toEqual(['pointer if not "1"', 'snapshot']);
  expect(answer.record?.text).toBe(makeText(2));
  expect(await generation(deps)).toBe('1.2');
});

test('a roll-back to what lies in the other slot needs no second request', async () => {
  const deps = makeDeps();
  let answer = await synced(deps);
  publish(2);
  answer = await knockInTime(deps, answer);
  publish(3, makeText(1));
  log = [];
  answer = await knockInTime(deps, answer);
  expect(log).toEqual(['pointer if not "2"']);
  expect(answer.record?.text).toBe(makeText(1));
  expect(await generation(deps)).toBe('1.3');
});

test('a setting of the screen changes without the timetable being fetched', async () => {
  const deps = makeDeps();
  const first = await synced(deps);
  const screen = { id: 'hall', school: 'fixture', name: 'Stairs', phase: 0.5 };
  publish(1, makeText(1), makeDocument(1, makeText(1), { screen }));
  const { pointer, snapshot } = answers;
  answers = {
    pointer: () => ({ ...pointer(), headers: { ...pointer().headers, etag: '"s"' } }),
    snapshot,
  };
  const answer = await knockInTime(deps, first);
  expect(log).toEqual(['pointer if not "1"']);
  expect(answer.record?.document).toContain('Stairs');
});

const JSON_TYPE = { 'content-type': 'application/json' };
const otherSchool = makeText(2, {
  school: { ...JSON.parse(makeText(2)).school, id: 'other' },
});

// fault:C27 The endpoint is newer, and speaks a format that this build does not know
// hallway: no change
// technician: the format under “Last trouble”; counted as refused, until the newer build is here
test.each<[string, () => void]>([
  [
    'a portal answers with its page',
    () => {
      answers.pointer = () => ({
        headers: { 'content-type': 'text/html' },
        body: '<h1>Log in</h1>',
      });
    },
  ],
  [
    'a portal answers with its page and calls it JSON',
    () => {
      answers.pointer = () => ({ headers: JSON_TYPE, body: '<h1>Log in</h1>' });
    },
  ],
  [
    'the pointer is of another screen',
    () => {
      const screen = { id: 'stairs', school: 'fixture', name: '', phase: 0 };
      publish(2, makeText(2), makeDocument(2, makeText(2), { screen }));
    },
  ],
  [
    'the pointer is of another school',
    () => {
      const screen = { id: 'hall', school: 'other', name: '', phase: 0 };
      publish(2, makeText(2), makeDocument(2, makeText(2), { screen }));
    },
  ],
  ['the pointer is older, from a proxy', () => publish(0)],
  [
    'the pointer names another snapshot for the same generation',
    () => {
      publish(1, makeText(7));
      const { pointer } = answers;
      answers.pointer = () => ({ ...pointer(), headers: { ...JSON_TYPE, etag: '"7"' } });
    },
  ],
  [
    'the pointer is of a format that this build does not know',
    () => {
      answers.pointer = () => ({ headers: JSON_TYPE, body: '{"format":"screen/2"}' });
    },
  ],
  [
    'the pointer is endless',
    () => {
      answers.pointer = () => ({ headers: JSON_TYPE, body: ' '.repeat(70_000) });
    },
  ],
  [
    'the pointer says nothing of a snapshot any more',
    () => {
      publish(2, makeText(2), makeDocument(2, makeText(2), { snapshot: undefined }));
    },
  ],
  [
    'the snapshot is cut short',
    () => {
      publish(2);
      answers.snapshot = () => ({ headers: JSON_TYPE, body: makeText(2).slice(0, -1) });
    },
  ],
  [
    'the snapshot is another one',
    () => {
      publish(2);
      answers.snapshot = () => ({ headers: JSON_TYPE, body: makeText(3) });
    },
  ],
  [
    'the snapshot comes as text',
    () => {
      publish(2);
      answers.snapshot = () => ({ headers: { 'content-type': 'text/plain' }, body: makeText(2) });
    },
  ],
  ['the snapshot is of another school', () => publish(2, otherSchool)],
  ['the snapshot is not one', () => publish(2, '{"format":"snapshot/9"}')],
  [
    'the snapshot is not found',
    () => {
      publish(2);
      answers.snapshot = () => ({ status: 404, headers: JSON_TYPE, body: '{}' });
    },
  ],
  ['the snapshot is endless', () => publish(2, `${makeText(2)}${' '.repeat(2_000_000)}`)],
  [
    'somebody else says that the screen is gone',
    () => {
      answers.pointer = () => ({ status: 410, headers: { 'riwaq-time': '' } });
    },
  ],
])('when %s, the wall does not change and the screen says so', async (_, spoil) => {
  const deps = makeDeps();
  const first = await synced(deps);
  spoil();
  const answer = await knockInTime(deps, first);
  expect(answer.record?.document).toBe(makeDocument(1));
  expect(answer.refresh).toMatchObject({
    failures: 1,
    nextAt: SLOT + MINUTE,
    confirmedAt: first.refresh.confirmedAt,
  });
  expect(answer.report).toMatchObject({ refused: 1 });
  expect(answer.report.lastError?.text).not.toBe('');
  expect(await generation(makeDeps())).toBe('1.1');
});

// fault:C20 A screen holds a timetable that makes no sense
// hallway: the waiting screen until the next one
// technician: it goes on asking, and takes the next one
test('a timetable that makes no sense does not keep the screen from asking for the next one', async () => {
  const deps = makeDeps();
  publish(
    1,
    '{"format":"snapshot/1","school":{"id":"fixture"},"polling":{"inHoursMs":60000,"offHoursMs":900000}}',
  );
  const first = await synced(deps);
  expect(first.record?.document).toBe(makeDocument(1, answers.snapshot().body));
  publish(2);
  const second = await knockInTime(makeDeps(), first);
  expect(second.record?.document).toBe(makeDocument(2));
});

// fault:N18 A cache on the way keeps a spoilt snapshot
// hallway: no change, and the new timetable one slot later
// technician: the second request for it passes all caches
test('a body that was spoilt is asked for past all caches the next time', async () => {
  const deps = makeDeps();
  const first = await synced(deps);
  publish(2);
  const { snapshot } = answers;
  answers.snapshot = () => ({ headers: JSON_TYPE, body: 'spoilt' });
  const second = await knockInTime(deps, first);
  answers.snapshot = snapshot;
  await knockInTime(deps, second);
  expect(log).toEqual([
    'pointer if not "1"',
    'snapshot',
    'pointer if not "1"',
    'snapshot past caches',
  ]);
  expect(await generation(deps)).toBe('1.2');
});

test('an endpoint that does not know the screen leaves the wall, and is asked again', async () => {
  const deps = makeDeps();
  const first = await synced(deps);
  answers.pointer = () => ({ status: 401 });
  const answer = await knockInTime(deps, first);
  expect(answer.refresh).toMatchObject({ isUnpaired: true, nextAt: SLOT + MINUTE });
  expect(answer.record?.document).toBe(makeDocument(1));
});

test('a screen that the school has removed forgets the timetable and its secret', async () => {
  const deps = makeDeps();
  const first = await synced(deps);
  answers.pointer = () => ({ status: 410 });
  const answer = await knockInTime(deps, first);
  expect(answer).toMatchObject({ isGone: true });
  expect(answer.record).toBeUndefined();
  const restarted = makeDeps();
  expect(await restarted.store.readRecord('hall')).toBeUndefined();
  expect(await restarted.store.readCredential('hall')).toBeUndefined();
});

test('an answer that a proxy replays is refused, and so is its time', async () => {
  const first = await synced(makeDeps());
  const told = truth;
  const { pointer } = answers;
  publish(2);
  const { pointer: newer } = answers;
  answers.pointer = () => ({ ...pointer(), headers: { ...JSON_TYPE, 'riwaq-time': `${told}` } });
  let answer = await knockInTime(makeDeps(), first);
  // Its time was new to the screen. From here on it is not.
  const { confirmedAt } = answer.refresh;
  for (const failures of [1, 2]) {
    answer = await knockInTime(makeDeps(), answer);
    expect(answer.refresh).toMatchObject({ confirmedAt, failures });
    expect(answer.time).toBeUndefined();
  }
  expect(answer.report).toMatchObject({ refused: 2 });
  answers.pointer = newer;
  answer = await knockInTime(makeDeps(), answer);
  expect(answer.record?.document).toBe(makeDocument(2));
  expect(answer.refresh.failures).toBe(0);
});

// fault:N47 A “not modified” ends in the middle of the time that it tells
// hallway: no change
// technician: nothing to do: the timetable is confirmed, and no clock is set by it
test.each([1, 9, 12])(
  'of a time of which only %i digits have come nothing is believed',
  async (digits) => {
    const deps = makeDeps();
    const first = await synced(deps);
    const told = () => ({ 'riwaq-time': String(truth).slice(0, digits) });
    answers.pointer = () => ({ status: 304, headers: told() });
    const second = await knockInTime(deps, first);
    const third = await knockInTime(deps, second);
    expect([second.time, third.time]).toEqual([undefined, undefined]);
    expect(third.refresh).toMatchObject({ failures: 0, nextAt: SLOT + 2 * MINUTE });
    answers.pointer = () => ({ status: 304 });
    expect((await knockInTime(deps, third)).time).toBeDefined();
  },
);
test('an answer that was heard before storage was lost is known for an earlier one by its page', async () => {
  const first = await synced(makeDeps());
  const told = first.report.told;
  expect(told).toBeDefined();
  const { pointer } = answers;
  answers.pointer = () => ({ ...pointer(), headers: { ...JSON_TYPE, 'riwaq-time': `${told}` } });
  globalThis.indexedDB = new IDBFactory();
  texts.clear();
  truth = first.refresh.nextAt;
  const { refresh, report } = first;
  const holds = { document: makeDocument(1), etag: '"1"' };
  const answer = await refreshScreen(knock({ holds, refresh, report }), makeDeps());
  expect(answer.report).toMatchObject({ told, refused: 1 });
  expect(answer.time).toBeUndefined();
});

// fault:T10 The server’s clock was ahead, and is put right
// hallway: true time within two polls
// technician: the first answer is refused, as a replayed one is; the second is believed
test('an endpoint whose clock was put back is believed with its second answer', async () => {
  const first = await synced(makeDeps());
  const { pointer } = answers;
  const behind = () => ({ 'riwaq-time': `${truth - 3_600_000}` });
  answers.pointer = () => ({ ...pointer(), headers: { ...JSON_TYPE, ...behind() } });
  const second = await knockInTime(makeDeps(), first);
  expect(second).toMatchObject({ refresh: { failures: 1 }, time: undefined });
  const third = await knockInTime(makeDeps(), second);
  expect(third.refresh.failures).toBe(0);
  expect(third.time?.server).toBeCloseTo(truth - 3_600_000, -2);
});

// fault:N19 A 304 to a screen that holds nothing
// hallway: the waiting screen, as before
// technician: one more request without a condition, then the next slot; a failure is counted
test('"not modified" to an empty screen leads to one request without a condition', async () => {
  const deps = makeDeps();
  const holds = { document: makeDocument(1, undefined, { snapshot: undefined }), etag: '"0"' };
  answers.pointer = () => ({ status: 304 });
  await refreshScreen(knock({ holds, isBoot: true }), deps);
  truth += 1_500;
  const answer = await refreshScreen(knock({ holds }), deps);
  expect(log).toEqual(['pointer if not "0"', 'pointer']);
  expect(answer.refresh.failures).toBe(1);
});

test('a school that has not published yet is waited for in slots', async () => {
  publish(1, makeText(1), makeDocument(1, makeText(1), { snapshot: undefined }));
  const deps = makeDeps();
  const answer = await knockInTime(deps, await knockInTime(deps, undefined));
  expect(answer.refresh).toMatchObject({ failures: 0, nextAt: SLOT });
  publish(2);
  await knockInTime(deps, answer);
  expect(await generation(deps)).toBe('1.2');
});

// fault:C12 The browser stops the worker in the middle of a request
// hallway: no change
// technician: no second request in that slot
test('a worker that is stopped in the middle of a request does not ask again in the slot', async () => {
  const deps = makeDeps();
  const first = await synced(deps);
  truth = first.refresh.nextAt;
  let hasAsked: () => void;
  const asked = new Promise<void>((resolve) => (hasAsked = resolve));
  const fetch = () => {
    hasAsked();
    return new Promise<never>(() => {});
  };
  void refreshScreen(knock(), makeDeps({ fetch }));
  await asked;
  truth += 2_000;
  const answer = await refreshScreen(knock(), makeDeps());
  expect(log).toEqual([]);
  expect(answer.refresh.nextAt).toBe(SLOT + MINUTE);
});

// fault:S10 The browser lets nothing be stored (private mode, a policy)
// hallway: the timetable, as long as the page stays open
// technician: the page tells its worker what it holds; slots are kept
test('a screen that cannot store anything still takes a timetable and keeps its slots', async () => {
  indexedDB.open = () => {
    throw new DOMException('no', 'UnknownError');
  };
  const deps = makeDeps();
  const first = await synced(deps);
  expect(first.record?.text).toBe(makeText(1));
  // The worker has been stopped since; the page tells the next one what it knows.
  texts.clear();
  const { record, refresh } = first;
  const holds = { document: record?.document ?? '', etag: record?.etag };
  truth = first.refresh.nextAt;
  const answer = await refreshScreen(knock({ holds, refresh }), makeDeps());
  expect(log).toEqual(['pointer if not "1"']);
  expect(answer).toMatchObject({ lacksRecord: true, refresh: { nextAt: SLOT + MINUTE } });
  expect(answer.record).toBeUndefined();
});

test('a screen whose storage takes all its time fetches the timetable in its next slot', async () => {
  const deps = makeDeps();
  const first = await synced(deps);
  publish(2);
  const findText: typeof deps.store.findText = (...which) => {
    truth += 20_000;
    return deps.store.findText(...which);
  };
  truth = first.refresh.nextAt;
  const store = { ...deps.store, findText };
  const answer = await refreshScreen(knock(), { ...deps, store });
  expect(log).toEqual(['pointer if not "1"']);
  expect(answer.report.lastError?.text).toMatch(/no time was left/);
  const next = await knockInTime(deps, answer);
  expect(next.record?.text).toBe(makeText(2));
});

test('a page that shows an older generation is handed the newer one without a request', async () => {
  const deps = makeDeps();
  let last = await synced(deps);
  publish(2);
  last = await knockInTime(deps, last);
  log = [];
  const holds = { document: makeDocument(1), etag: '"1"' };
  const answer = await refreshScreen(knock({ holds }), deps);
  expect(log).toEqual([]);
  expect(answer.record?.document).toBe(makeDocument(2));
});

test.each([
  ['an hour ahead', 3_600_000],
  ['an hour behind', -3_600_000],
])('a page that is %s has its next slot on true time', async (_, error) => {
  const deps = makeDeps();
  await synced(deps);
  ahead = error;
  truth = SLOT + MINUTE;
  const waiting = await refreshScreen(knock({ isBoot: true }), deps);
  const answer = await knockInTime(deps, waiting);
  expect(log).toEqual(['pointer if not "1"']);
  expect(answer.refresh.nextAt).toBeGreaterThan(truth);
  expect(answer.refresh.nextAt).toBeLessThanOrEqual(truth + MINUTE);
  expect((answer.refresh.nextAt - SLOT) % MINUTE).toBe(0);
  expect(answer.refresh.confirmedAt).toBeCloseTo(truth, -2);
});

test('whatever the endpoint says, a screen never goes back to an older generation', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), async (steps) => {
      globalThis.indexedDB = new IDBFactory();
      texts.clear();
      truth = SLOT - MINUTE;
      publish(1);
      const deps = makeDeps();
      let last = await synced(deps);
      let highest = '1.1';
      for (const n of steps) {
        publish(n);
        last = await knockInTime(deps, last);
        const now = (await generation(makeDeps())) ?? '0.0';
        expect(compareGenerations(now, highest)).toBeGreaterThanOrEqual(0);
        highest = now;
      }
      expect(highest).toBe(`1.${Math.max(1, ...steps)}`);
    }),
    runs(20),
  );
});
