import { type Refreshed, type ToPage, type ToWorker } from '../contract/message.ts';
import { refreshDiceFrom } from '../sync/jitter.ts';
import { keeperOf } from '../sync/keeper.ts';
import { subtleRevisionOf } from '../sync/revision.ts';
import { screenStore } from '../sync/screen-store.ts';
import { cachedTexts } from '../sync/second-copy.ts';
import { snapshotDb } from '../sync/snapshot-db.ts';
import { importPrecache } from './import-precache.ts';
import { bootPage, confirmBoot, pointTo, readShell, shellCache, shellFile } from './shell.ts';

/*
 * The service worker: it serves the app from this device, and refreshes screens when a page knocks.
 * A new build waits until the page says that the moment is good; it never takes over by itself.
 */

// Give TypeScript the right global.
declare const self: ServiceWorkerGlobalScope;
// The build puts this in.
declare const BUILD_ID: string;
declare global {
  interface ServiceWorkerGlobalScopeEventMap {
    periodicsync: ExtendableEvent;
  }
}

const BOOT_MS = 60_000;
const PASSED_THROUGH = /^\/(v1|console)(\/|$)/;

const storeDeps = { report, revisionOf: subtleRevisionOf };
const store = screenStore(snapshotDb(storeDeps), cachedTexts(caches), storeDeps);
const keeper = keeperOf({
  store,
  report,
  jitter: refreshDiceFrom(Math.random),
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  monotonic: () => performance.now(),
});
/** The last thing that could not be stored or read. */
let storageTrouble: string | undefined;

/** Ends the wait for a page of an unproven build. */
let endBoot = () => {};

function report(what: string, error?: unknown) {
  storageTrouble = error instanceof Error ? `${what}: ${error.message}` : what;
  console.warn(what, error);
}

self.addEventListener('install', (event) => {
  event.waitUntil(install(event));
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
  } else {
    event.respondWith(file(request, pathname));
  }
});

self.addEventListener('message', (event) => {
  // From a page of this app, maybe of another build: what this one does not know is not answered.
  const message: ToWorker | null = event.data;
  if (message) event.waitUntil(answer(event, message));
});

// Not a foundation: most TVs have no such event, and the others send it once in many hours.
self.addEventListener('periodicsync', (event) => {
  event.waitUntil(refreshAll());
});

/** Gets what is missing of this build's files; rejects when one of them cannot be had. */
async function install(event: ExtendableEvent): Promise<void> {
  await importPrecache(BUILD_ID)(BUILD_ID, shellCache(BUILD_ID), event);
}

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
    // The address must change: Chromium before 78, Firefox and WebKit take the page's own, because
    // of its fragment, for a jump within the page.
    const again = new URL(client.url);
    again.search = `start=${state.boots}`;
    // Rejects for a page that is being closed.
    await client.navigate(again.href).catch(() => {});
  }
}

async function answer(event: ExtendableMessageEvent, message: ToWorker): Promise<void> {
  switch (message.kind) {
    case 'open':
      return reply(event, await keeper.open(message));
    case 'wake': {
      const refreshed = { ...(await keeper.wake(message)), storageTrouble };
      reply(event, refreshed);
      return tellWindows(refreshed, event.source && 'id' in event.source ? event.source.id : '');
    }
    case 'keep':
    case 'keepClock':
      return keeper.keep(message);
    case 'bootOk':
      await confirmBoot(message.build);
      // As long as a worker has something to do, the next one cannot take over from it. A page of
      // the build before may still be there, and says nothing about this one.
      return message.build === BUILD_ID ? endBoot() : undefined;
    case 'takeOver': {
      const isReady = await isComplete(event);
      reply(event, { kind: 'takingOver', isReady });
      if (isReady) await self.skipWaiting();
      return undefined;
    }
  }
}

/** Whether every file of this build is here; what is missing is fetched once more. */
async function isComplete(event: ExtendableEvent): Promise<boolean> {
  try {
    await install(event);
    return true;
  } catch (error) {
    console.warn('Cannot complete the files of this build', error);
    return false;
  }
}

function reply(event: ExtendableMessageEvent, message: ToPage) {
  event.ports[0]?.postMessage(message);
}

/** Tells all windows but the one that knocked, which has been answered. */
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
    await tellWindows(await keeper.wake({ kind: 'wake', screen, instant, isRare: true }));
  }
}
