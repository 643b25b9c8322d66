import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const BUILT_APP = 'dist/app';

export type BuildChanges = {
  /** When it says that it was built. */
  readonly builtAt?: string;
  /** What to do to the page's script, such as breaking it. */
  readonly script?: (script: string) => string;
  /** What to do to the service worker. */
  readonly worker?: (worker: string) => string;
};

type PrecacheEntry = { url: string; revision: string | null; integrity: string };

/**
 * Puts a copy of the built app into `folder` that is another build: it has a name of its own, its
 * script another file name, and its worker the integrity of what has changed. Much quicker than
 * building, and no second source to build from.
 */
export function makeBuild(folder: string, name: string, changes: BuildChanges = {}): void {
  const { builtAt, script = same, worker = same } = changes;
  rmSync(folder, { recursive: true, force: true });
  cpSync(BUILT_APP, folder, { recursive: true });
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const [, old = ''] = /src="\/(assets\/[^"]+\.js)"/.exec(page) ?? [];
  const renamed = old.replace(/\.js$/, `-${name}.js`);
  renameSync(path.join(folder, old), path.join(folder, renamed));
  edit(folder, renamed, script);
  edit(folder, 'index.html', (text) =>
    text
      .replace(old, renamed)
      .replace(/(name="riwaq-build" content=")[^"]+/, `$1${name}`)
      .replace(/(name="riwaq-built-at" content=")[^"]+/, (all, before) =>
        builtAt === undefined ? all : before + builtAt,
      ),
  );
  edit(folder, 'build.json', () => JSON.stringify({ build: name }));
  edit(folder, 'sw.js', (text) => {
    const [, files = '[]'] = /^var BUILD_ID="[^"]+",BUILD_FILES=(.*);\n/.exec(text) ?? [];
    const entries: PrecacheEntry[] = JSON.parse(files.replaceAll(old, renamed));
    for (const entry of entries) {
      const file = entry.url === '/' ? 'index.html' : entry.url.slice(1);
      const hash = createHash('sha256').update(readFileSync(path.join(folder, file)));
      const digest = hash.digest('base64');
      entry.integrity = `sha256-${digest}`;
      if (entry.revision !== null) entry.revision = digest.slice(0, 16);
    }
    const facts = `var BUILD_ID="${name}",BUILD_FILES=${JSON.stringify(entries)};\n`;
    return facts + worker(text.slice(text.indexOf('\n') + 1));
  });
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  const where = path.join(folder, file);
  writeFileSync(where, change(readFileSync(where, 'utf8')));
}

function same(text: string): string {
  return text;
}

/** Replaces a piece of built code that must be there. */
export function replaced(text: string, piece: string | RegExp, by: string): string {
  const result = text.replace(piece, by);
  if (result === text) throw new Error(`The built code has no ${piece}`);
  return result;
}
