import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';

import { jitterFrom } from './jitter.ts';
import { keeperOf } from './keeper.ts';
import { CREDENTIAL, makeRecord } from './record.fixture.ts';
import { subtleRevisionOf } from './revision.ts';
import { screenStore } from './screen-store.ts';
import { NO_TEXTS } from './second-copy.ts';
import { snapshotDb } from './snapshot-db.ts';

let reported: string[];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  reported = [];
});

function report(what: string) {
  reported.push(what);
}

/** A keeper as a worker has it that has just been started; nobody is on the network. */
function startedKeeper() {
  const storeDeps = { report, revisionOf: subtleRevisionOf };
  return keeperOf({
    store: screenStore(snapshotDb(storeDeps), NO_TEXTS, storeDeps),
    jitter: jitterFrom(() => 0.5),
    fetch: () => Promise.reject(new TypeError('offline')),
    monotonic: () => 0,
    report,
  });
}

const CLOCK = { offset: 5, highest: 7, losesTime: false };

test('a device that nobody has paired has nothing to open', async () => {
  const opened = await startedKeeper().open({ kind: 'open' });
  expect(opened).toEqual({ kind: 'opened', report: { refused: 0 } });
});

test('a link that is opened is remembered, and is what opens next time', async () => {
  await startedKeeper().open({ kind: 'open', credential: CREDENTIAL });
  for (const screen of [undefined, 'hall']) {
    const { credential } = await startedKeeper().open({ kind: 'open', screen });
    expect(credential).toEqual(CREDENTIAL);
  }
  const other = await startedKeeper().open({ kind: 'open', screen: 'other' });
  expect(other.credential).toBeUndefined();
});

test('what a page asks to keep is what the next one opens', async () => {
  const record = makeRecord(1);
  await startedKeeper().keep({ kind: 'keep', credential: CREDENTIAL, record });
  await startedKeeper().keep({ kind: 'keepClock', clock: CLOCK });
  await startedKeeper().open({ kind: 'open', credential: CREDENTIAL });
  expect(await startedKeeper().open({ kind: 'open' })).toMatchObject({ record, clock: CLOCK });
});

// fault:S17 A page asks for a timetable to be kept that is damaged
// hallway: no change
// technician: “Cannot keep what the page holds”; it is not kept
test('a generation that cannot be verified is reported and not kept', async () => {
  const record = { ...makeRecord(1), text: 'cut short' };
  await startedKeeper().keep({ kind: 'keep', credential: CREDENTIAL, record });
  expect(reported).toEqual(['Cannot keep what the page holds']);
  const { record: kept } = await startedKeeper().open({ kind: 'open', credential: CREDENTIAL });
  expect(kept).toBeUndefined();
});

test('two tabs that knock in one slot cost one request', async () => {
  const keeper = startedKeeper();
  const knock = { kind: 'wake', screen: 'hall', instant: 9e11, credential: CREDENTIAL } as const;
  const answers = await Promise.all([keeper.wake(knock), keeper.wake(knock)]);
  expect(answers.map(({ refresh }) => refresh.failures)).toEqual([0, 0]);
  const later = { ...knock, instant: 9e11 + 3_000 };
  const [first, second] = await Promise.all([keeper.wake(later), keeper.wake(later)]);
  expect([first.refresh.failures, second.refresh.failures]).toEqual([1, 1]);
});
