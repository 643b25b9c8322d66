import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { startServer } from '../../e2e/server.ts';
import { canonicalJson } from '../../server/canonical-json.ts';
import { zoneOffsets } from '../../server/zone-offsets.ts';
import type { School } from '../../src/contract/school.ts';
import type { ScreenSettings } from '../../src/contract/screen.ts';
import { parseSnapshot } from '../../src/contract/snapshot.ts';
import { compile } from '../../src/school/compile.ts';
import { wallAt } from '../../src/timetable/wall-at.ts';
import { largeSchool } from '../large-school.ts';
import { machine, machineText } from '../machine.ts';
import { quantile } from '../quantile.ts';
import { startBenchTv } from './bench-tv.ts';
import { bootTime, prepareBoot, SLOWDOWN } from './boot-times.ts';

/*
 * `npm run bench:growth [-- --json]`: how costs grow with a school of 1, 10 and 100 times the data;
 * run `npm run build` first. Two classes and their 70 lessons a week are one.
 */

const REPORT = 'test-results/bench-growth.json';
const CLASSES = [2, 20, 200];
const ROUNDS = 15;
const WARM_UP_ROUNDS = 5;
const LESSON = Date.parse('2026-12-01T08:10:00+03:00');
/** Classes on the screen, whatever the school has. */
const CORRIDOR = 12;
const CALLS = 100;
const BAR = 36;

type Cost = {
  readonly name: string;
  readonly unit: string;
  /** Medians, for each size of the school. */
  readonly medians: readonly number[];
};

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const schools = CLASSES.map((classes) => largeSchool({ classes, days: 365, periods: 7 }));
const costs = [...coreCosts(), ...(await serverCosts()), await bootCost()];
const report = { machine: machine(), classes: CLASSES, rounds: ROUNDS, costs };
mkdirSync('test-results', { recursive: true });
writeFileSync(REPORT, JSON.stringify(report, undefined, 2));
if (options.json) console.log(JSON.stringify(report, undefined, 2));
else {
  console.log(`${machineText()}; schools of ${CLASSES.join(', ')} classes`);
  for (const cost of costs) console.log(chartOf(cost));
}

function coreCosts(): readonly Cost[] {
  const [first] = schools;
  const offsets = zoneOffsets(first?.zone ?? '');
  if (offsets === undefined) throw new RangeError('No offsets for the zone of the school');
  const compiled = (school: School) =>
    compile(school, { offsets, salt: 'a-salt-of-22-characters' });
  const texts = schools.map((school) => canonicalJson(compiled(school)));
  const snapshots = texts.map(parseSnapshot);
  return [
    measured('wallAt', 'µs', (at) => {
      const { [at]: snapshot } = snapshots;
      const { [at]: school } = schools;
      if (!snapshot || !school) return;
      const screen = screenOf(school);
      for (let call = 0; call < CALLS; call += 1) wallAt(snapshot, screen, LESSON + call * 1000);
    }),
    measured('compile', 'ms', (at) => schools[at] && compiled(schools[at])),
    measured('parseSnapshot', 'ms', (at) => parseSnapshot(texts[at] ?? '')),
  ];
}

function screenOf({ id, classes }: School): ScreenSettings {
  const shown = classes.slice(0, CORRIDOR).map((one) => one.id);
  return { id: 's', school: id, name: 'Hall', phase: 0, classes: shown };
}

/** Sizes take turns within a round; the first rounds warm up. */
function measured(name: string, unit: 'µs' | 'ms', run: (at: number) => unknown): Cost {
  const samples = schools.map((): number[] => []);
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    for (const [at, own] of samples.entries()) {
      const from = performance.now();
      run(at);
      const ms = performance.now() - from;
      if (round >= 0) own.push(unit === 'µs' ? (ms * 1000) / CALLS : ms);
    }
  }
  return { name, unit, medians: samples.map(median) };
}

/** Over HTTP, to the real server: publishing includes the commit. */
async function serverCosts(): Promise<readonly Cost[]> {
  const server = await startServer({ at: LESSON });
  try {
    const publish = schools.map((): number[] => []);
    const read = schools.map((): number[] => []);
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [at, school] of schools.entries()) {
        const edited = { ...school, id: `school-${at}`, name: { en: `Round ${round}` } };
        const from = performance.now();
        const { revision } = await server.publish(edited);
        const published = performance.now();
        await (await fetch(`${server.origin}/v1/snapshots/${revision}`)).arrayBuffer();
        if (round === 0) continue;
        publish[at]?.push(published - from);
        read[at]?.push(performance.now() - published);
      }
    }
    return [
      { name: 'publish, over HTTP', unit: 'ms', medians: publish.map(median) },
      { name: 'read, over HTTP', unit: 'ms', medians: read.map(median) },
    ];
  } finally {
    await server.remove();
  }
}

/** From navigation to the lesson painted, as `bench:display` has it. */
async function bootCost(): Promise<Cost> {
  const medians: number[] = [];
  for (const school of schools) {
    const tv = await startBenchTv(school, LESSON);
    try {
      await prepareBoot(tv);
      const samples: number[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) samples.push(await bootTime(tv));
      medians.push(median(samples.slice(1)));
    } finally {
      await tv.end();
    }
  }
  return { name: `boot, ${SLOWDOWN}× slower`, unit: 'ms', medians };
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function chartOf({ name, unit, medians }: Cost): string {
  const most = Math.max(...medians);
  const [one = NaN] = medians;
  const lines = medians.map((value, at) => {
    const bar = '█'.repeat(Math.max(1, Math.round((value / most) * BAR)));
    const factor = at === 0 ? '' : `× ${(value / one).toFixed(1)}`;
    return `${`${10 ** at}×`.padStart(6)} ${value.toPrecision(3).padStart(7)} ${unit}  ${bar} ${factor}`;
  });
  return [name, ...lines].join('\n');
}
