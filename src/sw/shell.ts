import { boolean, number, object, optional, parseAs, string } from '../contract/guard.ts';
import { activated, booted, confirmed, keptBuilds, type ShellState } from './shell-state.ts';

const POINTER_CACHE = 'riwaq-shells';
const POINTER = '/riwaq-shells';
const PREFIX = 'shell-';
const PAGE = '/';

const State = object({
  current: string,
  previous: optional(string),
  boots: number,
  isConfirmed: boolean,
  rejected: optional(string),
});

/** Name of the cache that holds the files of a build. */
export function shellCache(build: string): string {
  return PREFIX + build;
}

/** Which build is served; `undefined` before the first one is there, or when that is not known. */
export async function readShell(): Promise<ShellState | undefined> {
  try {
    const cache = await caches.open(POINTER_CACHE);
    const stored = await cache.match(POINTER);
    return stored && parseAs(State, await stored.json(), 'state of the app shell');
  } catch (error) {
    console.error('Cannot read which build is current', error);
    return undefined;
  }
}

async function saveShell(state: ShellState): Promise<void> {
  const cache = await caches.open(POINTER_CACHE);
  await cache.put(POINTER, new Response(JSON.stringify(state)));
}

/** Points to `build`, whose files are complete, and lets go of all but the last that worked. */
export async function pointTo(build: string): Promise<void> {
  const state = activated(await readShell(), build);
  await saveShell(state);
  const kept = keptBuilds(state, build).map(shellCache);
  const outdated = (await shellCaches()).filter((name) => !kept.includes(name));
  await Promise.all(outdated.map((name) => caches.delete(name)));
}

/** Notes that a page of `build` has painted. */
export async function confirmBoot(build: string): Promise<void> {
  const state = await readShell();
  const next = state && confirmed(state, build);
  if (next && next !== state) await saveShell(next);
}

export type Boot = {
  readonly response: Response | undefined;
  /** Has this build been seen to work? */
  readonly isConfirmed: boolean;
};

/** The page of the current build, which is counted as a start of it. */
export async function bootPage(ownBuild: string): Promise<Boot> {
  const state = await readShell();
  const next = state && booted(state);
  // A start that cannot be counted is still a start.
  if (next && next !== state) await saveShell(next).catch(() => {});
  const response = await fileIn(shellCache(next?.current ?? ownBuild), PAGE);
  return { response: response ?? (await anyFile(PAGE)), isConfirmed: next?.isConfirmed ?? true };
}

/** A file of the app: of the current build, or of any, because hashed names never mean two things. */
export async function shellFile(path: string, ownBuild: string): Promise<Response | undefined> {
  const current = (await readShell())?.current ?? ownBuild;
  return (await fileIn(shellCache(current), path)) ?? anyFile(path);
}

async function fileIn(cacheName: string, path: string): Promise<Response | undefined> {
  // Engines differ on whether a cache that is not there is an error. Builds from before kept names
  // that are not hashed with a query.
  return caches.match(path, { cacheName, ignoreSearch: true }).catch(() => undefined);
}

async function anyFile(path: string): Promise<Response | undefined> {
  for (const name of await shellCaches()) {
    const found = await fileIn(name, path);
    if (found) return found;
  }
  return undefined;
}

async function shellCaches(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}
