import { beforeEach, expect, test } from 'vitest';

import type { Refreshed, Wake } from '../contract/message.ts';
import { knocker, type KnockDeps } from './knock.ts';

const SLOT = 60_000;

let now: number;
let log: string[];
let timers: { at: number; work: () => void }[];

beforeEach(() => {
  now = 0;
  log = [];
  timers = [];
});

function makeAnswer(wake: Wake): Refreshed {
  const nextAt = (Math.floor(wake.instant / SLOT) + 1) * SLOT + 500;
  return {
    kind: 'refreshed',
    screen: wake.screen,
    refresh: { nextAt, failures: 0, missed: 0 },
    report: { refused: 0 },
    workedMs: 0,
  };
}

function makeDeps(overrides: Partial<KnockDeps> = {}): KnockDeps {
  return {
    worker: () => 'active',
    wakeWorker: async (wake) => {
      log.push(`worker at ${now}`);
      return makeAnswer(wake);
    },
    refreshHere: async (wake) => {
      log.push(`page at ${now}`);
      return makeAnswer(wake);
    },
    registerAnew: () => void log.push(`register at ${now}`),
    makeWake: (isBoot) => ({ kind: 'wake', screen: 's', instant: now, isBoot }),
    heard: () => {},
    monotonic: () => now,
    setTimeout: (work, ms) => void timers.push({ at: now + ms, work }),
    ...overrides,
  };
}

/** As browsers have it: a timer of whole milliseconds. */
function setCutOffTimer(work: () => void, ms: number) {
  timers.push({ at: now + Math.trunc(ms), work });
}

const never = () => new Promise<never>(() => {});

async function settled() {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

/** Lets the page tick once a second until `end`. */
async function run(deps: KnockDeps, end: number) {
  const page = knocker(deps);
  for (; now <= end; now += 1_000) {
    const second = now;
    for (const timer of timers.filter(({ at }) => at <= second)) {
      now = timer.at;
      timer.work();
      await settled();
    }
    timers = timers.filter(({ at }) => at > second);
    now = second;
    page.tick(now);
    await settled();
  }
  return page;
}

test('the worker is woken at the start and then when it said, within two milliseconds', async () => {
  const page = await run(makeDeps(), 130_000);
  expect(log).toEqual(['worker at 0', 'worker at 60502', 'worker at 120502']);
  expect(page.status()).toBe('worker');
});

test('a slot between two milliseconds is not missed by timers and a clock of whole ones', async () => {
  const slot = SLOT + 500.7;
  const wakeWorker = async (wake: Wake) => {
    log.push(`worker at ${now}`);
    // As the reducer has it: before its instant there is nothing to do.
    const nextAt = wake.instant < slot ? slot : 10 * SLOT;
    return { ...makeAnswer(wake), refresh: { nextAt, failures: 0, missed: 0 } };
  };
  await run(makeDeps({ wakeWorker, setTimeout: setCutOffTimer }), 70_000);
  expect(log).toEqual(['worker at 0', 'worker at 60502']);
});

test('a page that cannot do the work itself tries again a minute later', async () => {
  const refreshHere = async () => {
    log.push(`page at ${now}`);
    throw new Error('offline');
  };
  await run(makeDeps({ worker: () => 'none', refreshHere }), 130_000);
  expect(log).toEqual(['page at 0', 'page at 61000', 'page at 122000']);
});

test('without a worker the page does the work', async () => {
  const page = await run(makeDeps({ worker: () => 'none' }), 70_000);
  expect(log).toEqual(['page at 0', 'page at 60502']);
  expect(page.status()).toBe('none');
});

test('a worker that is being installed is waited for', async () => {
  await run(makeDeps({ worker: () => (now < 7_000 ? 'coming' : 'active') }), 10_000);
  expect(log).toEqual(['worker at 7000']);
});

test('a worker that is never installed is waited for 20 seconds', async () => {
  const page = await run(makeDeps({ worker: () => 'coming' }), 30_000);
  expect(log).toEqual(['page at 20000']);
  expect(page.status()).toBe('silent');
});

test('a silent worker leaves the work to the page, and is registered anew after three', async () => {
  const wakeWorker = (wake: Wake) => {
    log.push(`worker at ${wake.instant}`);
    return never();
  };
  const page = await run(makeDeps({ wakeWorker }), 150_000);
  expect(log).toEqual([
    'worker at 0',
    'page at 21000',
    'worker at 21000',
    'page at 60502',
    'worker at 60502',
    'register at 81000',
    'page at 120502',
    'worker at 120502',
  ]);
  expect(page.status()).toBe('silent');
});

test('a page in a hurry does not wait for a silent worker a second time', async () => {
  const refreshHere = async (wake: Wake) => {
    log.push(`page at ${wake.instant}`);
    const { refresh, ...answer } = makeAnswer(wake);
    const nextAt = wake.instant < 22_000 ? 23_400 : refresh.nextAt;
    return { ...answer, refresh: { ...refresh, nextAt } };
  };
  await run(makeDeps({ wakeWorker: never, refreshHere }), 90_000);
  expect(log).toEqual(['page at 21000', 'page at 23402', 'page at 60502', 'register at 81000']);
});

test('a worker that answers again gets its work back', async () => {
  const wakeWorker = (wake: Wake) => {
    log.push(`worker at ${wake.instant}`);
    return now < 21_000 ? never() : Promise.resolve(makeAnswer(wake));
  };
  const page = await run(makeDeps({ wakeWorker }), 130_000);
  expect(log).toEqual([
    'worker at 0',
    'page at 21000',
    'worker at 21000',
    'worker at 60502',
    'worker at 120502',
  ]);
  expect(page.status()).toBe('worker');
});

test('what another tab has come by counts for this one', async () => {
  const deps = makeDeps();
  const page = knocker(deps);
  page.overheard(makeAnswer({ kind: 'wake', screen: 's', instant: 70_000 }));
  page.tick(80_000);
  expect(log).toEqual([]);
  now = 120_500;
  page.tick(now);
  expect(log).toEqual(['worker at 120500']);
});
