import { PrecacheController, type PrecacheEntry } from 'workbox-precaching';

import { shellCache } from './shell.ts';

/** The files of one build in a cache of its own; nothing of another build is touched. */
export type Precache = {
  /** To be called in the `install` event: puts every file on the device, or fails as a whole. */
  readonly install: (event: ExtendableEvent) => Promise<unknown>;
  /** Whether every file is there; what is missing is fetched once more. */
  readonly complete: () => Promise<boolean>;
};

/** The precache of `build`, whose files are `entries`. */
export function precacheOf(build: string, entries: readonly PrecacheEntry[]): Precache {
  const cacheName = shellCache(build);
  const controller = new PrecacheController({ cacheName });
  controller.addToCacheList([...entries]);

  return {
    install: (event) => controller.install(event),
    async complete() {
      try {
        const cache = await caches.open(cacheName);
        for (const [url, key] of controller.getURLsToCacheKeys()) {
          if (await cache.match(key)) continue;
          const integrity = controller.getIntegrityForCacheKey(key) ?? '';
          const response = await fetch(url, { integrity, cache: 'reload', redirect: 'error' });
          if (!response.ok) return false;
          await cache.put(key, response);
        }
        return true;
      } catch (error) {
        console.warn('Cannot complete the files of this build', error);
        return false;
      }
    },
  };
}
