import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import canonicalize from 'canonicalize';

import { largeSchool } from '../bench/large-school.ts';
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
  const text = readFileSync(worker, 'utf8');
  const precached = files.filter((file) => text.includes(file.slice(APP.length)));
  const page = readFileSync(join(APP, 'index.html'), 'utf8');
  const isLoaded = (file: string) =>
    file.startsWith(join(APP, 'assets')) || page.includes(file.slice(APP.length));
  const scripts = files.filter((file) => file.endsWith('.js') && isLoaded(file));
  const sheets = files.filter((file) => file.endsWith('.css'));
  const fonts = files.filter((file) => file.endsWith('.woff2'));
  return [
    { what: 'JavaScript of the wall, gzip', bytes: sum(scripts, gzipped), budgetBytes: 48_000 },
    { what: 'Service worker, gzip', bytes: sum([worker], gzipped), budgetBytes: 21_000 },
    { what: 'Style sheets, gzip', bytes: sum(sheets, gzipped) },
    { what: 'Fonts', bytes: sum(fonts, raw) },
    {
      what: `Precache, ${precached.length} files`,
      bytes: sum(precached, raw),
      budgetBytes: 390_000,
    },
  ];
}

/** A school of 24 classes and a whole year: what a change of its timetable costs a screen. */
function snapshotRows(): readonly Row[] {
  const school = largeSchool({ classes: 24, days: 365, periods: 7 });
  const offsets = zoneOffsets(school.zone);
  if (offsets === undefined) throw new RangeError(`No offsets for the zone ${school.zone}`);
  const snapshot = compile(school, { offsets, salt: 'a-salt-of-22-characters' });
  const text = canonicalize(snapshot) ?? '';
  return [
    { what: 'Snapshot, 24 classes', bytes: Buffer.byteLength(text), budgetBytes: 64_000 },
    { what: 'Snapshot, brotli', bytes: brotliCompressSync(text).length, budgetBytes: 8_000 },
  ];
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
  return `${what.padEnd(32)}${kB(bytes).padStart(10)}${limit}${mark}`;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
