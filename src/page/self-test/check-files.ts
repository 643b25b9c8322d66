import { list, object, parseAs, string } from '../../contract/guard.ts';
import type { Outcome } from '../../display/self-test/self-test-view.ts';

const LIST = '/precache.json';

/** What the build has written down about its files. */
const Precached = object({
  build: string,
  files: list(object({ url: string, integrity: string })),
});

/**
 * Whether every file of `build` lies on this device, byte for byte as it was built. Rejects when the
 * cache cannot be read.
 */
export async function checkFiles(build: string, caches: CacheStorage): Promise<Outcome> {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const stored = await cache.match(LIST);
    const own = stored && parseAs(Precached, await stored.json(), 'list of files');
    if (own?.build !== build) continue;
    const damaged = await Promise.all(own.files.map((file) => isDamaged(file, cache)));
    const count = damaged.filter(Boolean).length;
    if (count > 0) return { kind: 'failed', remark: 'damaged', about: String(count) };
    return { kind: 'ok', remark: 'checked', about: String(own.files.length) };
  }
  return { kind: 'failed', remark: 'notInstalled' };
}

async function isDamaged(
  { url, integrity }: { readonly url: string; readonly integrity: string },
  cache: Cache,
): Promise<boolean> {
  // Names that are not hashed are kept with their revision as a query.
  const response = await cache.match(url, { ignoreSearch: true });
  if (!response) return true;
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return integrity !== `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
