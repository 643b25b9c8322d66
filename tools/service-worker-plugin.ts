import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { build, type Plugin, type ResolvedConfig } from 'vite';

import { lower } from './lower-plugin.ts';
import { SMALL_BUILD } from './small-build.ts';
import { noVersionMarks } from './version-marks-plugin.ts';

/*
 * After the app, its service worker: a build of its own rather than a second input, because what
 * page and worker share would otherwise become a chunk that a classic worker cannot import.
 *
 * The name of a build is the hash of its files. It cannot stand in one of them that is itself named
 * by its hash; the page finds it in a `<meta>` of `index.html`, the worker before its first line. By
 * that name the worker imports its own part that only an installation needs.
 */

const PAGE = 'index.html';
const LIST = 'precache.json';
/** The worker's part for its installation; its name gets that of the build. */
const INSTALLER = 'assets/sw-install.js';
const WORKERS = {
  'sw.js': 'src/sw/sw.ts',
  [INSTALLER]: 'src/sw/sw-install.ts',
  'kill-switch.js': 'src/sw/kill-switch.ts',
};
const TEXT = /\.(html|js|css|webmanifest)$/;
const ID_LENGTH = 16;
/** What packages take for granted and Chromium 64 to 70 lack. Ours need neither. */
const LACKING = /\b(globalThis|queueMicrotask)\b/;

type PrecacheEntry = {
  readonly url: string;
  readonly integrity: string;
  readonly cache: 'default' | 'reload';
};

/** Builds the classic workers beside the app, and names the build. */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'riwaq-service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      handler: () => addWorkers(config),
    },
  };
}

async function addWorkers(config: ResolvedConfig): Promise<void> {
  const folder = path.resolve(config.root, config.build.outDir);
  for (const [name, source] of Object.entries(WORKERS)) {
    await buildWorker(config, source, name);
  }
  const files = await reachedFiles(folder, config.publicDir);
  for (const file of [...files, ...Object.keys(WORKERS)]) await refuseLacking(folder, file);
  const worker = await readFile(path.join(folder, 'sw.js'), 'utf8');
  const installer = await readFile(path.join(folder, INSTALLER), 'utf8');
  const builtAt = commitTime(config.root);
  const page = await readFile(path.join(folder, PAGE), 'utf8');
  const id = await nameOf(folder, files, worker + installer + builtAt);
  await writeFile(path.join(folder, PAGE), withFacts(page, id, builtAt));
  const entries = await Promise.all(files.map((file) => entryFor(folder, file)));
  await writeFile(path.join(folder, 'sw.js'), `var BUILD_ID=${JSON.stringify(id)};\n${worker}`);
  await rename(
    path.join(folder, INSTALLER),
    path.join(folder, INSTALLER.replace('.js', `-${id}.js`)),
  );
  await writeFile(path.join(folder, LIST), `${JSON.stringify({ build: id, files: entries })}\n`);
  await writeFile(path.join(folder, 'build.json'), `${JSON.stringify({ build: id })}\n`);
  config.logger.info(`build ${id}, ${entries.length} files precached`);
}

async function buildWorker(config: ResolvedConfig, source: string, name: string): Promise<void> {
  await build({
    configFile: false,
    root: config.root,
    mode: config.mode,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    plugins: [noVersionMarks(), lower()],
    build: {
      ...SMALL_BUILD,
      // Members that begin so are Workbox's own affair, and it is in one file: nobody else names them.
      terserOptions: { ...SMALL_BUILD.terserOptions, mangle: { properties: { regex: /^_./ } } },
      outDir: config.build.outDir,
      emptyOutDir: false,
      rollupOptions: {
        input: path.resolve(config.root, source),
        output: { format: 'iife', entryFileNames: name },
      },
    },
  });
}

async function refuseLacking(folder: string, file: string): Promise<void> {
  if (!file.endsWith('.js')) return;
  const [lacking] = LACKING.exec(await readFile(path.join(folder, file), 'utf8')) ?? [];
  if (lacking !== undefined) throw new Error(`${file} uses ${lacking}, which old TVs lack`);
}

/** The page, everything that is named in what it reaches, and all public files; other pages' files are not ours. */
async function reachedFiles(folder: string, publicDir: string): Promise<readonly string[]> {
  const candidates = (await filesIn(folder)).filter((file) => !(file in WORKERS));
  const reached = new Set([PAGE]);
  for (const file of reached) {
    if (!TEXT.test(file)) continue;
    const text = await readFile(path.join(folder, file), 'utf8');
    for (const other of candidates)
      if (text.includes(path.posix.basename(other))) reached.add(other);
  }
  for (const file of await filesIn(publicDir)) reached.add(file);
  return [...reached].sort();
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'));
}

async function nameOf(folder: string, files: readonly string[], more: string): Promise<string> {
  const hash = createHash('sha256').update(more);
  for (const file of files) hash.update(file).update(await readFile(path.join(folder, file)));
  return hash.digest('hex').slice(0, ID_LENGTH);
}

async function entryFor(folder: string, file: string): Promise<PrecacheEntry> {
  const digest = createHash('sha256').update(await readFile(path.join(folder, file)));
  const hash = digest.digest('base64');
  return {
    url: file === PAGE ? '/' : `/${file}`,
    // A portal's page with status 200 must not become a part of the app.
    integrity: `sha256-${hash}`,
    // Vite has put a hash of the content into these names: what a cache holds of them is right.
    cache: file.startsWith('assets/') ? 'default' : 'reload',
  };
}

function withFacts(page: string, id: string, builtAt: string): string {
  const facts = `<meta name="riwaq-build" content="${id}" data-at="${builtAt}" />`;
  return page.replace('</head>', `  ${facts}\n  </head>`);
}

/** When the source was last committed, so that the same source is the same build; else now. */
function commitTime(root: string): string {
  try {
    const time = execFileSync('git', ['log', '-1', '--format=%ct'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return new Date(Number(time) * 1000).toISOString();
  } catch {
    return new Date().toISOString();
  }
}
