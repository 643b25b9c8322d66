import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';

import { jitterFrom } from '../../sync/jitter.ts';
import { keeperOf, type Keeper } from '../../sync/keeper.ts';
import { ownRevisionOf } from '../../sync/own-revision.ts';
import { CREDENTIAL, makeDocument, makeRecord, makeText } from '../../sync/record.fixture.ts';
import { screenStore } from '../../sync/screen-store.ts';
import { NO_TEXTS } from '../../sync/second-copy.ts';
import { snapshotDb } from '../../sync/snapshot-db.ts';
import { becomeScreen } from './become-screen.ts';

const AT = Date.parse('2026-11-23T07:20:20Z');
const JSON_TYPE = { 'content-type': 'application/json', 'riwaq-time': String(AT) };

const STORE = { report: () => {}, revisionOf: ownRevisionOf };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A page without a worker, whose dice always fall on the longest wait. */
function makePage(fetch: (url: string) => Promise<Response>) {
  const keeper: Keeper = keeperOf({
    store: screenStore(snapshotDb(STORE), NO_TEXTS, STORE),
    jitter: jitterFrom(() => 0.999),
    fetch,
    monotonic: () => 0,
    report: () => {},
  });
  return {
    keeper,
    workers: undefined,
    here: async () => keeper,
    update: { registration: () => undefined },
    clock: { now: () => AT },
  };
}

function answering(n: number, asked: string[]) {
  // No two answers of an endpoint have one time.
  const headers = { ...JSON_TYPE, 'riwaq-time': String(AT + n) };
  return async (url: string) => {
    asked.push(url);
    const text = url === '/v1/screen' ? makeDocument(n) : makeText(n);
    return new Response(text, { headers });
  };
}

test('a TV that was just paired takes its timetable at once, whatever the dice say', async () => {
  const asked: string[] = [];
  const page = makePage(answering(1, asked));
  const answer = await becomeScreen(CREDENTIAL, page);
  expect(asked[0]).toBe('/v1/screen');
  expect(asked).toHaveLength(2);
  expect(answer?.record).toMatchObject({ document: makeDocument(1), text: makeText(1) });
  expect(answer?.refresh.nextAt).toBeGreaterThan(AT);
  expect(await page.keeper.open({ kind: 'open' })).toMatchObject({ credential: CREDENTIAL });
});

test('so does one that was this screen before, and was refused a moment ago', async () => {
  const refused = makePage(async () => new Response('{}', { status: 401, headers: JSON_TYPE }));
  const before = { ...CREDENTIAL, token: CREDENTIAL.token.toLowerCase() };
  await refused.keeper.keep({ kind: 'keep', credential: before, record: makeRecord(1) });
  const wake = { kind: 'wake', screen: 'hall', instant: AT - 1000, credential: before } as const;
  const refresh = { nextAt: AT - 1000, failures: 0, missed: 0 };
  const { refresh: after } = await refused.keeper.wake({ ...wake, refresh });
  expect(after.isUnpaired).toBe(true);

  const asked: string[] = [];
  const answer = await becomeScreen(CREDENTIAL, makePage(answering(2, asked)));
  expect(asked[0]).toBe('/v1/screen');
  expect(answer?.refresh.isUnpaired ?? false).toBe(false);
  expect(answer?.record?.text).toBe(makeText(2));
});

test('without an answer it is a screen all the same', async () => {
  const page = makePage(() => Promise.reject(new TypeError('offline')));
  const answer = await becomeScreen(CREDENTIAL, page);
  expect(answer).toMatchObject({ screen: 'hall', refresh: { failures: 1 } });
  expect(await page.keeper.open({ kind: 'open' })).toMatchObject({ credential: CREDENTIAL });
});

test('a part of the app that does not come is no reason to fail', async () => {
  const page = makePage(() => Promise.reject(new TypeError('offline')));
  const alone = { ...page, here: () => Promise.reject(new TypeError('offline')) };
  expect(await becomeScreen(CREDENTIAL, alone)).toBeUndefined();
});
