// First, so that it has run before anything else is evaluated.
// oxlint-disable-next-line import/no-unassigned-import
import '../sync/engine-shim.ts';
import * as v from 'valibot';
import type { PrecacheEntry } from 'workbox-precaching';

import { ToWorker, type Refreshed, type TakingOver } from '../contract/message.ts';
import { jitterFrom } from '../sync/jitter.ts';
import { parseRecord } from '../sync/kept.ts';
import { refreshScreen, type Knock } from '../sync/refresh-screen.ts';
import { screenStore } from '../sync/screen-store.ts';
import { cachedTexts } from '../sync/second-copy.ts';
import { snapshotDb } from '../sync/snapshot-db.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { precacheOf } from './precache.ts';
import { bootPage, confirmBoot, pointTo, readShell, shellFile } from './shell.ts';

/*
 * The service worker: it serves the app from this device, and refreshes screens when a page knocks.
 * A new build waits until the page says that the moment is good; it never takes over by itself.
 */

// Give TypeScript the right global.
declare const self: ServiceWorkerGlobalScope;
// The build puts these in.
declare const BUILD_ID: string;
declare const BUILD_FILES: readonly PrecacheEntry[];

type PeriodicSyncEvent = ExtendableEvent & { readonly tag: string };

const BOOT_MS = 60_000;
const PASSED_THROUGH = /^\/(v1|console)(\/|$)/;

const precache = precacheOf(BUILD_ID, BUILD_FILES);
const ownPaths = new Set(BUILD_FILES.map(({ url }) => url));
const store = screenStore(snapshotDb(report), cachedTexts(caches), report);
const inTurn = oneAtATime();
const deps = {
  store,
  jitter: jitterFrom(Math.random),
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  monotonic: () => performance.now(),
};

/** Ends the wait for a page of an unproven build. */
let endBoot = () => {};

function report(what: string, error: unknown) {
  console.warn(what, error);
}

self.addEventListener('install', (event) => {
  void precache.install(event);
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeCharge());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = request.method === 'GET' && origin === self.location.origin;
  if (!isOurs || PASSED_THROUGH.test(pathname)) return;
  if (request.mode === 'navigate') {
    if (pathname === '/' || pathname === '/index.html') event.respondWith(page(event));
  } else if (pathname.startsWith('/assets/') || ownPaths.has(pathname)) {
    event.respondWith(file(request, pathname));
  }
});

self.addEventListener('message', (event) => {
  const message = v.safeParse(ToWorker, event.data);
  if (message.success) event.waitUntil(answer(event, message.output));
});

// Not a foundation: most TVs have no such event, and the others send it once in many hours.
self.addEventListener('periodicsync', (event) => {
  if (isExtendable(event)) event.waitUntil(refreshAll());
});

async function takeCharge(): Promise<void> {
  await pointTo(BUILD_ID);
  // A worker without pages does not make the next one wait: the page that installed this one, and
  // may stay open for months, would meet a new build at any moment of the day.
  await self.clients.claim();
}

async function page(event: FetchEvent): Promise<Response> {
  const { response, isConfirmed } = await bootPage(BUILD_ID);
  if (!isConfirmed) event.waitUntil(startAgainUnlessConfirmed());
  return response ?? fetch(event.request);
}

async function file(request: Request, path: string): Promise<Response> {
  return (await shellFile(path, BUILD_ID)) ?? fetch(request);
}

/** A build that cannot paint cannot reload itself either: nobody stands in front of the screen. */
async function startAgainUnlessConfirmed(): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, BOOT_MS);
    endBoot = resolve;
  });
  const state = await readShell();
  if (!state || state.isConfirmed || state.previous === undefined) return;
  for (const client of await self.clients.matchAll({ type: 'window' })) {
    // Rejects for a page that is being closed.
    await client.navigate(client.url).catch(() => {});
  }
}

async function answer(event: ExtendableMessageEvent, message: ToWorker): Promise<void> {
  switch (message.kind) {
    case 'wake':
      return tell(event, await refreshInTurn(message));
    case 'keep': {
      const { credential, record } = message;
      await inTurn(credential.screen, async () => {
        try {
          await store.saveRecord(credential, parseRecord(record));
        } catch (error) {
          report('Cannot keep what the page holds', error);
        }
      });
      return undefined;
    }
    case 'bootOk':
      await confirmBoot(message.build);
      // As long as a worker has something to do, the next one cannot take over from it. A page of
      // the build before may still be there, and says nothing about this one.
      return message.build === BUILD_ID ? endBoot() : undefined;
    case 'takeOver': {
      const isReady = await precache.complete();
      const reply: TakingOver = { kind: 'takingOver', isReady };
      event.ports[0]?.postMessage(reply);
      if (isReady) await self.skipWaiting();
      return undefined;
    }
  }
}

function refreshInTurn(knock: Knock): Promise<Refreshed> {
  return inTurn(knock.screen, () => refreshScreen(knock, deps));
}

/** Answers the window that knocked, and tells all others of the same. */
async function tell(event: ExtendableMessageEvent, refreshed: Refreshed): Promise<void> {
  event.ports[0]?.postMessage(refreshed);
  const knocker = event.source && 'id' in event.source ? event.source.id : '';
  await tellWindows(refreshed, knocker);
}

async function tellWindows(refreshed: Refreshed, except = ''): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const client of windows) {
    // The rule means windows: a client is one of our own origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    if (client.id !== except) client.postMessage(refreshed);
  }
}

async function refreshAll(): Promise<void> {
  const clock = await store.readClock();
  for (const screen of await store.screens()) {
    // Nobody else is awake whose clock could be asked.
    const instant = Date.now() + (clock?.offset ?? 0);
    await tellWindows(await refreshInTurn({ kind: 'wake', screen, instant, isRare: true }));
  }
}

function isExtendable(event: Event): event is PeriodicSyncEvent {
  return 'waitUntil' in event && 'tag' in event;
}
