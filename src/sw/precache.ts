import { PrecacheController, type PrecacheEntry } from 'workbox-precaching';

import { shellCache } from './shell.ts';

/** The files of one build in a cache of its own; nothing of another build is touched. */
export type Precache = {
  /** To be called in the `install` event: puts every file on the device, or rejects. */
  readonly install: (event: ExtendableEvent) => Promise<void>;
  /** Whether every file is there; what is missing is fetched once more. */
  readonly complete: () => Promise<boolean>;
};

/** The list of a build's files, beside its worker rather than in it: it is read once, not at every start. */
const LIST = '/precache.json';

type List = { readonly build: string; readonly files: PrecacheEntry[] };

/** The precache of `build`. */
export function precacheOf(build: string): Precache {
  const cacheName = shellCache(build);
  const controller = new PrecacheController({ cacheName });

  async function readList(): Promise<void> {
    const cache = await caches.open(cacheName);
    const response = (await cache.match(LIST)) ?? (await fetch(LIST, { cache: 'no-store' }));
    const copy = response.clone();
    const list: List = await response.json();
    // A build may be replaced on the server between its worker and its list.
    if (list.build !== build) throw new Error(`${LIST} is of the build ${list.build}`);
    controller.addToCacheList(list.files);
    await cache.put(LIST, copy);
  }

  return {
    async install(event) {
      await readList();
      await controller.install(event);
    },
    async complete() {
      try {
        const cache = await caches.open(cacheName);
        await readList();
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
