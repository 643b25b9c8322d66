import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const BUILT_APP = 'dist/app';

export type BuildChanges = {
  /** When it says that it was built. */
  readonly builtAt?: string;
  /** What to do to the page before any script. */
  readonly page?: (html: string) => string;
  readonly styles?: (css: string) => string;
  /** What to do to the page's script, such as breaking it. */
  readonly script?: (script: string) => string;
  /** What to do to the service worker. */
  readonly worker?: (worker: string) => string;
};

type PrecacheEntry = { url: string; integrity: string };

/**
 * Puts a copy of the built app into `folder` that is another build: it has a name of its own, its
 * scripts other file names, and its worker the integrity of what has changed. Much quicker than
 * building, and no second source to build from.
 */
export function makeBuild(folder: string, name: string, changes: BuildChanges = {}): void {
  const { builtAt, page: html = same, styles = same, script = same, worker = same } = changes;
  rmSync(folder, { recursive: true, force: true });
  cpSync(BUILT_APP, folder, { recursive: true });
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const [, entry = ''] = /src="\/assets\/([^"]+)\.js"/.exec(page) ?? [];
  const assets = path.join(folder, 'assets');
  const files = readdirSync(assets);
  const scripts = files.filter((file) => file.endsWith('.js'));
  // The parts of a build name each other, so that all of them are other files in another build.
  const rename = (text: string) =>
    scripts.reduce((whole, file) => whole.replaceAll(file, ofBuild(file, name)), text);
  for (const file of scripts) {
    edit(assets, file, rename);
    renameSync(path.join(assets, file), path.join(assets, ofBuild(file, name)));
  }
  edit(assets, ofBuild(`${entry}.js`, name), script);
  for (const file of files.filter((file) => file.endsWith('.css'))) edit(assets, file, styles);
  edit(folder, 'index.html', (text) =>
    html(rename(text))
      .replace(/(name="riwaq-build" content=")[^"]+/, `$1${name}`)
      .replace(/(data-at=")[^"]+/, (all, before) =>
        builtAt === undefined ? all : before + builtAt,
      ),
  );
  edit(folder, 'build.json', () => JSON.stringify({ build: name }));
  edit(folder, 'precache.json', (text) => {
    const { files }: { files: PrecacheEntry[] } = JSON.parse(rename(text));
    for (const entry of files) {
      const file = entry.url === '/' ? 'index.html' : entry.url.slice(1);
      const hash = createHash('sha256').update(readFileSync(path.join(folder, file)));
      entry.integrity = `sha256-${hash.digest('base64')}`;
    }
    return JSON.stringify({ build: name, files });
  });
  edit(folder, 'sw.js', (text) => `var BUILD_ID="${name}";\n${worker(text.replace(/^.*\n/, ''))}`);
}

function ofBuild(file: string, name: string): string {
  // The worker knows its part by the name of the build alone.
  const start = file.startsWith('sw-install-') ? 'sw-install' : file.replace(/\.js$/, '');
  return `${start}-${name}.js`;
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  const where = path.join(folder, file);
  writeFileSync(where, change(readFileSync(where, 'utf8')));
}

function same(text: string): string {
  return text;
}
