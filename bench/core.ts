import { performance } from 'node:perf_hooks';

import { canonicalJson } from '../server/canonical-json.ts';
import { zoneOffsets } from '../server/zone-offsets.ts';
import type { ScreenSettings } from '../src/contract/screen.ts';
import { parseSnapshot } from '../src/contract/snapshot.ts';
import { compile } from '../src/school/compile.ts';
import { wallAt } from '../src/timetable/wall-at.ts';
import { largeSchool } from './large-school.ts';
import { machine, machineText } from './machine.ts';

/*
 * `npm run bench:core [-- --json]`: how long the pure core takes. The measured functions take turns
 * within each round, so that a slow moment of the machine falls on all of them.
 */

const ROUNDS = 60;
const WARM_UP_ROUNDS = 10;
const MICROSECONDS = 1000;

type Case = {
  readonly name: string;
  readonly target?: number;
  /** Calls in a round; the round's result is their mean. */
  readonly calls: number;
  readonly run: (call: number) => unknown;
};

type Result = {
  readonly name: string;
  readonly target?: number;
  readonly median: number;
  readonly p5: number;
  readonly p95: number;
};

const results = measured(cases());
const missed = results.filter(({ median, target }) => median > (target ?? Infinity));

if (process.argv.includes('--json')) {
  console.log(
    JSON.stringify({ machine: machine(), unit: 'µs', rounds: ROUNDS, results }, undefined, 2),
  );
} else {
  console.log(machineText());
  for (const result of results) console.log(lineOf(result));
}
if (missed.length > 0) {
  console.error(`Missed: ${missed.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

function cases(): readonly Case[] {
  const school = largeSchool({ classes: 60, days: 365, periods: 7 });
  const offsets = zoneOffsets(school.zone);
  if (offsets === undefined) throw new RangeError(`No offsets for the zone ${school.zone}`);
  const options = { offsets, salt: 'a-salt-of-22-characters' };
  const text = canonicalJson(compile(school, options));
  const snapshot = parseSnapshot(text);
  const screen: ScreenSettings = { id: 's', school: school.id, name: 'Hall', phase: 0 };
  // A term's instants in an order that no cache can guess: a prime number of minutes apart.
  const start = Date.parse('2026-08-23T04:00:00Z');
  const instantOf = (call: number) => start + ((call * 7919) % 300_000) * 60_000;
  // A wall asks for each second of a lesson in turn.
  const lesson = Date.parse('2026-09-06T05:10:00Z');
  return [
    {
      name: 'wallAt, 60 classes, any instant',
      target: 50,
      calls: 200,
      run: (call) => wallAt(snapshot, screen, instantOf(call)),
    },
    {
      name: 'wallAt, 60 classes, in a lesson',
      target: 50,
      calls: 200,
      run: (call) => wallAt(snapshot, screen, lesson + (call % 1200) * 1000),
    },
    { name: 'compile, 60 classes', target: 10_000, calls: 1, run: () => compile(school, options) },
    { name: 'parseSnapshot, 60 classes', calls: 1, run: () => parseSnapshot(text) },
  ];
}

function measured(all: readonly Case[]): readonly Result[] {
  const samples = all.map((): number[] => []);
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
    all.forEach(({ calls, run }, at) => {
      const from = performance.now();
      for (let call = 0; call < calls; call += 1) run(round * calls + call);
      const each = ((performance.now() - from) * MICROSECONDS) / calls;
      if (round >= WARM_UP_ROUNDS) samples[at]?.push(each);
    });
  }
  return all.map(({ name, target }, at) => {
    const sorted = (samples[at] ?? []).sort((a, b) => a - b);
    const quantile = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
    const spread = { median: quantile(0.5), p5: quantile(0.05), p95: quantile(0.95) };
    return target === undefined ? { name, ...spread } : { name, target, ...spread };
  });
}

function lineOf({ name, target, median, p5, p95 }: Result): string {
  const limit = target === undefined ? '' : `, target ${target}`;
  return `${name.padEnd(34)}${shown(median)} µs  (p5 ${shown(p5)}, p95 ${shown(p95)}${limit})`;
}

function shown(microseconds: number): string {
  return microseconds.toFixed(microseconds < 100 ? 1 : 0);
}
