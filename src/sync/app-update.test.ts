import { beforeEach, expect, test } from 'vitest';

import { appUpdate, type AppUpdateDeps } from './app-update.ts';
import { updateJitter } from './update-jitter.ts';

const HOUR = 3_600_000;

let now: number;
let log: string[];
let registration: FakeRegistration;

beforeEach(() => {
  now = 0;
  log = [];
  registration = new FakeRegistration();
});

/** As much of a worker as an update has to do with; it answers that its files are complete, or not. */
class FakeWorker extends EventTarget {
  state = 'installed';
  isReady = true;

  postMessage(message: unknown, [port]: MessagePort[]) {
    log.push(JSON.stringify(message));
    port?.postMessage({ kind: 'takingOver', isReady: this.isReady });
  }

  become(state: string) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration {
  active: FakeWorker | null = new FakeWorker();
  waiting: FakeWorker | null = null;

  update() {
    log.push(`look for updates at ${now / HOUR} h`);
    return Promise.reject(new TypeError('offline'));
  }
}

function makeDeps(overrides: Partial<AppUpdateDeps> = {}): AppUpdateDeps {
  return {
    // The fake has what is used of a registration.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    register: async () => registration as unknown as ServiceWorkerRegistration,
    jitter: updateJitter(() => 0.5),
    monotonic: () => now,
    setTimeout: (work, ms) => {
      log.push(`reload in ${ms} ms`);
      work();
    },
    reload: () => void log.push('reload'),
    ...overrides,
  };
}

async function settled() {
  await new Promise((resolve) => setTimeout(resolve, 20));
}

async function started(deps = makeDeps()) {
  const update = appUpdate(deps);
  await update.register();
  update.tick(false);
  return update;
}

test('a page that is never left looks for updates every six hours', async () => {
  const update = await started();
  for (; now <= 13 * HOUR; now += HOUR / 2) update.tick(false);
  await settled();
  expect(log).toEqual(['look for updates at 6 h', 'look for updates at 12 h']);
});

test('a waiting build waits for its moment, takes over, and the page is loaded anew once', async () => {
  const update = await started();
  const waiting = new FakeWorker();
  registration.waiting = waiting;
  update.tick(false);
  expect(log).toEqual([]);
  update.tick(true);
  update.tick(true);
  await settled();
  expect(log).toEqual(['{"kind":"takeOver"}']);
  registration.waiting = null;
  registration.active = waiting;
  waiting.become('activating');
  waiting.become('activated');
  update.tick(true);
  expect(log.filter((line) => line === 'reload')).toEqual(['reload']);
});

test('a build whose files are not complete goes on waiting', async () => {
  const update = await started();
  const waiting = new FakeWorker();
  waiting.isReady = false;
  registration.waiting = waiting;
  expect(await update.apply()).toBe(false);
  waiting.isReady = true;
  expect(await update.apply()).toBe(true);
});

test('a second update on the same page is applied like the first', async () => {
  const update = await started();
  registration.waiting = new FakeWorker();
  registration.waiting = new FakeWorker();
  update.tick(true);
  await settled();
  expect(log).toEqual(['{"kind":"takeOver"}']);
});

// fault:C23 Another tab has applied an update
// hallway: one reload, after a wait of this tab’s own
// technician: nothing to do
test('what another tab has applied is followed after a wait of one’s own', async () => {
  const update = await started();
  registration.active = new FakeWorker();
  update.tick(false);
  expect(log).toEqual(['reload in 60000 ms', 'reload']);
});

test('the first worker of a page is no update', async () => {
  registration.active = null;
  const update = await started();
  registration.active = new FakeWorker();
  update.tick(false);
  expect(log).toEqual([]);
});

// fault:C14 The worker cannot be registered
// hallway: the wall, without a worker
// technician: the browser’s reason is kept for the diagnostics
test('a worker that cannot be registered is said to be missing', async () => {
  const update = await started(
    makeDeps({ register: () => Promise.reject(new Error('forbidden')) }),
  );
  expect(update.failure()).toBe('Error: forbidden');
  expect(update.registration()).toBeUndefined();
  expect(await update.apply()).toBe(false);
});
