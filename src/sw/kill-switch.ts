/*
 * The worker to serve as `/sw.js` when a released one must go: it takes over at once, deletes the
 * builds it finds, removes itself, and reloads the pages from the network, each after a wait of its
 * own. What screens have stored, timetables and tokens, is not touched. `docs/operations.md` says
 * when to use it and how.
 */

import { jitterFrom } from '../sync/jitter.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(removeAll());
});

async function removeAll(): Promise<void> {
  const names = await caches.keys();
  const shells = names.filter((name) => name.startsWith('shell-') || name === 'riwaq-shells');
  await Promise.all(shells.map((name) => caches.delete(name)));
  await self.registration.unregister();
  const { kill } = jitterFrom(Math.random);
  await new Promise((resolve) => setTimeout(resolve, kill()));
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  await Promise.all(
    windows.map((client) => {
      // Another address: some engines take the page's own, with its fragment, for a jump within it.
      const again = new URL(client.url);
      again.search = 'start=0';
      // Rejects for a page that this worker does not control: that one is the network's already.
      return client.navigate(again.href).catch(() => null);
    }),
  );
}
