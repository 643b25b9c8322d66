import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { largeSchool } from '../bench/large-school.ts';
import { canonicalJson } from '../server/canonical-json.ts';
import { zoneOffsets } from '../server/zone-offsets.ts';
import { compile } from '../src/school/compile.ts';

/*
 * `npm run size`: what a screen downloads, against its budget. A budget is raised only in a commit
 * that says why.
 */

const APP = 'dist/app';

type Row = {
  readonly what: string;
  readonly bytes: number;
  /** Absent: printed only. */
  readonly budgetBytes?: number;
};

/** The budget of all that a wall runs: its script, and the words of its language. */
const WALL_BYTES = 25_000;
const WORKER_BYTES = 12_000;
/** `ar-x1y2z3a4.js`: the words of one language. */
const LANGUAGE = /^[a-z]{2}-[\w-]{8}\.js$/;
/** The part of the worker that it imports to install its build. */
const INSTALLER = /^sw-install-/;

const worker = join(APP, 'sw.js');
if (!existsSync(worker)) {
  console.error(`Nothing to measure: ${worker} is missing. Run "npm run build" first.`);
  process.exit(1);
}
const rows = [...appRows(), ...snapshotRows()];
for (const row of rows) console.log(lineOf(row));
const over = rows.filter(({ bytes, budgetBytes }) => bytes > (budgetBytes ?? Infinity));
if (over.length > 0) {
  console.error(`Over budget: ${over.map(({ what }) => what).join(', ')}`);
  process.exit(1);
}

function appRows(): readonly Row[] {
  const files = readdirSync(APP, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const list = readFileSync(join(APP, 'precache.json'), 'utf8');
  const precached = files.filter((file) => list.includes(`"${file.slice(APP.length)}"`));
  const scripts = files.filter((file) => file.startsWith(join(APP, 'assets')) && isScript(file));
  const page = readFileSync(join(APP, 'index.html'), 'utf8');
  const first = withImports(scripts.filter((file) => page.includes(basename(file))));
  const languages = scripts.filter((file) => LANGUAGE.test(basename(file)));
  const words = Math.max(...languages.map((file) => sum([file], gzipped)));
  const installer = scripts.filter((file) => INSTALLER.test(basename(file)));
  const others = [...first, ...languages, ...installer];
  const wanted = scripts.filter((file) => !others.includes(file));
  return [
    {
      what: 'JavaScript of a wall, gzip',
      bytes: sum([...first], gzipped) + words,
      budgetBytes: WALL_BYTES,
    },
    { what: '  of which its largest language', bytes: words },
    { what: 'Service worker, gzip', bytes: sum([worker], gzipped), budgetBytes: WORKER_BYTES },
    { what: 'When a build installs itself, gzip', bytes: sum(installer, gzipped) },
    ...wanted.map((file) => ({
      what: `When wanted: ${basename(file).replace(/-[\w-]{8}\.js$/, '')}, gzip`,
      bytes: sum([file], gzipped),
    })),
    { what: 'Style sheets, gzip', bytes: sum(files.filter(isSheet), gzipped) },
    { what: 'Fonts', bytes: sum(files.filter(isFont), raw) },
    {
      what: `Precache, ${precached.length} files`,
      bytes: sum(precached, raw),
      budgetBytes: 430_000,
    },
  ];
}

/** The scripts, and what they import before they run: not what they `import()` later. */
function withImports(scripts: readonly string[]): ReadonlySet<string> {
  const reached = new Set(scripts);
  for (const file of reached) {
    const text = readFileSync(file, 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) {
      reached.add(join(dirname(file), name));
    }
  }
  return reached;
}

/** A school of 24 classes and a whole year: what a change of its timetable costs a screen. */
function snapshotRows(): readonly Row[] {
  const school = largeSchool({ classes: 24, days: 365, periods: 7 });
  const offsets = zoneOffsets(school.zone);
  if (offsets === undefined) throw new RangeError(`No offsets for the zone ${school.zone}`);
  const snapshot = compile(school, { offsets, salt: 'a-salt-of-22-characters' });
  const text = canonicalJson(snapshot);
  return [
    { what: 'Snapshot, 24 classes', bytes: Buffer.byteLength(text), budgetBytes: 64_000 },
    { what: 'Snapshot, brotli', bytes: brotliCompressSync(text).length, budgetBytes: 8_000 },
  ];
}

function isScript(file: string): boolean {
  return file.endsWith('.js');
}

function isSheet(file: string): boolean {
  return file.endsWith('.css');
}

function isFont(file: string): boolean {
  return file.endsWith('.woff2');
}

function sum(files: readonly string[], measure: (bytes: Buffer) => number): number {
  return files.reduce((total, file) => total + measure(readFileSync(file)), 0);
}

function gzipped(bytes: Buffer): number {
  return gzipSync(bytes, { level: 9 }).length;
}

function raw(bytes: Buffer): number {
  return bytes.length;
}

function lineOf({ what, bytes, budgetBytes }: Row): string {
  const limit = budgetBytes === undefined ? '' : ` of ${kB(budgetBytes)}`;
  const mark = bytes > (budgetBytes ?? Infinity) ? '  OVER BUDGET' : '';
  return `${what.padEnd(40)}${kB(bytes).padStart(10)}${limit}${mark}`;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
