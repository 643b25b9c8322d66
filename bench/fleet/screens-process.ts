import 'fake-indexeddb/auto';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import type { Credential } from '../../src/contract/stored.ts';
import { subtleRevisionOf } from '../../src/sync/revision.ts';
import { screenStore, type ScreenStore } from '../../src/sync/screen-store.ts';
import { localTexts } from '../../src/sync/second-copy.ts';
import { snapshotDb } from '../../src/sync/snapshot-db.ts';
import { memoryStore } from './memory-store.ts';
import type { FromScreens, Storage, ToScreens } from './messages.ts';
import { switchOn, type Tv } from './tv.ts';

/* The second process: all TVs. It is told over the channel of `child_process.fork`. */

const SECOND_MS = 1_000;
const MS = 1e6;

const copies = new Map<string, string>();
const delay = monitorEventLoopDelay({ resolution: 10 });
let tvs: Tv[] = [];

delay.enable();
tick();
process.on('message', (message: ToScreens) => void obey(message));
process.on('disconnect', () => process.exit());

function tick() {
  // On the second, as a page does.
  setTimeout(tick, SECOND_MS - (Date.now() % SECOND_MS));
  const instant = Date.now();
  for (const tv of tvs) tv.tick(instant);
}

async function obey(message: ToScreens): Promise<void> {
  switch (message.kind) {
    case 'switchOn': {
      const store = storeOf(message.storage);
      const deps = { origin: message.origin, store };
      await Promise.all(
        message.screens.map((screen) => switchOnLater(screen, message.overMs, deps)),
      );
      return say({ kind: 'allOn' });
    }
    case 'tell': {
      const told = { p99: delay.percentile(99) / MS, max: delay.max / MS };
      delay.reset();
      return say({ kind: 'noted', screens: tvs.map((tv) => tv.tell()), delay: told });
    }
    case 'switchOff':
      for (const tv of tvs) tv.switchOff();
      tvs = [];
      return say({ kind: 'off' });
  }
}

/** At any moment of the time given: nobody switches on in step. */
async function switchOnLater(
  screen: Credential,
  overMs: number,
  deps: { readonly origin: string; readonly store: ScreenStore },
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * overMs));
  tvs.push(await switchOn(screen, deps));
}

/** What is stored outlives the store: a TV that is switched on again opens it anew. */
function storeOf(storage: Storage): ScreenStore {
  if (storage === 'memory') return memoryStore();
  const deps = { report, revisionOf: subtleRevisionOf };
  const values = {
    getItem: (key: string) => copies.get(key) ?? null,
    setItem: (key: string, value: string) => void copies.set(key, value),
    removeItem: (key: string) => void copies.delete(key),
  };
  return screenStore(snapshotDb(deps), localTexts(values), deps);
}

function report(what: string, error?: unknown) {
  console.error(what, error);
}

function say(message: FromScreens) {
  process.send?.(message);
}
