// The file rather than the package, whose index also brings what keeps many builds in one cache.
import { PrecacheStrategy } from 'workbox-precaching/PrecacheStrategy.js';

/** The list of a build's files, beside its worker rather than in it: it is read once, not at every start. */
const LIST = '/precache.json';

type List = {
  readonly build: string;
  readonly files: readonly {
    readonly url: string;
    /** The hash of its content: a portal's page cannot become a part of the app. */
    readonly integrity: string;
    /** `reload` where the name stands for another content in another build. */
    readonly cache: RequestCache;
  }[];
};

/**
 * Puts every file of `build` that is not there yet into the cache of this name, its own; nothing of
 * another build is touched. Rejects when one of them cannot be had. `event` is kept alive meanwhile.
 */
export async function precache(
  build: string,
  cacheName: string,
  event: ExtendableEvent,
): Promise<void> {
  const { files } = await readList(build, await caches.open(cacheName));
  const strategy = new PrecacheStrategy({ cacheName });
  for (const { url, integrity, cache } of files) {
    const request = new Request(url, { integrity, cache, redirect: 'error' });
    const { ok, status } = await strategy.handle({ event, request, params: { integrity } });
    if (!ok) throw new Error(`${url} has the status ${status}`);
  }
}

async function readList(build: string, cache: Cache): Promise<List> {
  const response = (await cache.match(LIST)) ?? (await fetch(LIST, { cache: 'no-store' }));
  const copy = response.clone();
  const list: List = await response.json();
  // A build may be replaced on the server between its worker and its list.
  if (list.build !== build) throw new Error(`${LIST} is of the build ${list.build}`);
  await cache.put(LIST, copy);
  return list;
}
