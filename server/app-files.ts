import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import * as v from 'valibot';

import { compress } from './compress.ts';
import { revisionOf } from './revision.ts';
import type { Encodings } from './store.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
/** Compressed by their own format already. */
const COMPACT = new Set(['.ico', '.jpg', '.png', '.webp', '.woff2']);

export type AppFile = {
  readonly contentType: string;
  /** Hash of its bytes. */
  readonly tag: string;
  /** Its name changes with its contents, so that a copy never grows old. */
  readonly isImmutable: boolean;
  /** In order of preference; a file that does not shrink has the plain bytes only. */
  readonly encodings: Pick<Encodings, 'identity'> & Partial<Encodings>;
};

export type App = {
  /** By path, such as `/assets/main-3f2a.js`; the page itself by `/` too. */
  readonly files: ReadonlyMap<string, AppFile>;
  /** Name of this build; absent when there is no app to serve. */
  readonly build?: string | undefined;
};

/** The built app in `folder`, compressed and ready to be sent; without files when none is there. */
export async function loadApp(folder: string): Promise<App> {
  const files = new Map<string, AppFile>();
  for (const file of await filesIn(folder)) {
    const name = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    const contentType = CONTENT_TYPES[path.extname(name)];
    // What has no type here is not part of an app: nothing unexpected is ever served.
    if (contentType !== undefined) files.set(name, await loadFile(file, name, contentType));
  }
  const page = files.get('/index.html');
  if (page) files.set('/', page);
  return { files, build: buildOf(files) };
}

async function loadFile(file: string, name: string, contentType: string): Promise<AppFile> {
  const identity = new Uint8Array(await readFile(file));
  const isCompact = COMPACT.has(path.extname(name));
  return {
    contentType,
    tag: revisionOf(identity),
    isImmutable: name.startsWith('/assets/'),
    encodings: isCompact ? { identity } : await compress(identity),
  };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch {
    // Not built: the endpoint serves its API all the same.
    return [];
  }
}

const Build = v.object({ build: v.string() });

/** What the build calls itself in `build.json`; else a name of the page and its worker. */
function buildOf(files: ReadonlyMap<string, AppFile>): string | undefined {
  const named = files.get('/build.json');
  if (named) {
    const text = new TextDecoder().decode(named.encodings.identity);
    return v.parse(Build, JSON.parse(text)).build;
  }
  const tags = ['/index.html', '/sw.js'].map((name) => files.get(name)?.tag ?? '');
  return tags[0] === '' ? undefined : revisionOf(new TextEncoder().encode(tags.join()));
}
