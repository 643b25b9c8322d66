import { number, object, optional, parseAs, type Guarded } from '../contract/guard.ts';
import { parseJson } from '../contract/parse.ts';
import { Credential, StoredRecord } from '../contract/stored.ts';

/*
 * A copy in another kind of storage than IndexedDB: a damaged IndexedDB opens empty, without any
 * error, and takes both of its slots with it.
 */

/** All that a screen needs to go on when its database is gone. */
export const Copy = object({
  credential: Credential,
  record: optional(StoredRecord),
  confirmedAt: optional(number),
});
export type Copy = Guarded<typeof Copy>;

/** A place for texts by name. Every function may reject. */
export type Texts = {
  readonly read: (name: string) => Promise<string | undefined>;
  readonly save: (name: string, text: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
};

const CACHE = 'riwaq-second-copy';
const PREFIX = 'riwaq/';

/** Texts in Cache Storage, where the page and the worker both find them. */
export function cachedTexts(caches: CacheStorage): Texts {
  return {
    async read(name) {
      const cache = await caches.open(CACHE);
      return (await cache.match(url(name)))?.text();
    },
    async save(name, text) {
      const cache = await caches.open(CACHE);
      const headers = { 'content-type': 'application/json' };
      await cache.put(url(name), new Response(text, { headers }));
    },
    async remove(name) {
      const cache = await caches.open(CACHE);
      await cache.delete(url(name));
    },
  };
}

function url(name: string): string {
  return `/second-copy/${encodeURIComponent(name)}`;
}

/** What of `localStorage` is used: a page on plain http has no Cache Storage. */
export type KeyValues = {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
};

/** Texts in `localStorage`; the browser takes some seconds to write them to the disk. */
export function localTexts(values: KeyValues): Texts {
  return {
    read: async (name) => values.getItem(PREFIX + name) ?? undefined,
    save: async (name, text) => values.setItem(PREFIX + name, text),
    remove: async (name) => values.removeItem(PREFIX + name),
  };
}

/** For a browser that offers neither. */
export const NO_TEXTS: Texts = {
  read: async () => undefined,
  save: async () => {},
  remove: async () => {},
};

/** The second copy in the text of a storage. Throws a `ParseError`. */
export function parseCopy(text: string): Copy {
  return parseAs(Copy, parseJson(text, 'second copy'), 'second copy');
}
