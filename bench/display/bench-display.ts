import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { largeSchool } from '../large-school.ts';
import { machine, machineText } from '../machine.ts';
import { quantile } from '../quantile.ts';
import { runningTimes } from './arrivals.ts';
import { bootTimes, SLOWDOWN } from './boot-times.ts';

/*
 * `npm run bench:display [-- --json] [--rounds 15]`: what a wall costs the TV that shows it, in a
 * real browser before the real server; run `npm run build` first. Times are in ms.
 */

const REPORT = 'test-results/bench-display.json';
/** A lesson of the school, which is closed at no time near it. */
const LESSON = Date.parse('2026-12-01T08:10:00+03:00');
const ARRIVALS = 8;
/** What a wall may take longer to start than a page that shows nothing. */
const MOST_RATIO = 1.5;

type Row = {
  readonly name: string;
  readonly values: readonly number[];
  readonly target?: number;
};

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '15' },
  },
});

const school = largeSchool({ classes: 60, days: 365, periods: 7 });
const boot = await bootTimes(school, LESSON, Number(options.rounds));
const running = await runningTimes(school, LESSON, ARRIVALS);
const rows: readonly Row[] = [
  { name: `navigation to lesson painted, ${SLOWDOWN}× slower`, values: boot.wall, target: 1000 },
  { name: `navigation to the same board as HTML, ${SLOWDOWN}× slower`, values: boot.finished },
  { name: `navigation to empty page painted, ${SLOWDOWN}× slower`, values: boot.empty },
  { name: 'main thread in a second without change', values: running.idle, target: 2 },
  { name: 'of a page that only wakes in that second', values: running.waking },
  { name: 'longest task as a changed snapshot comes', values: running.arrivals, target: 50 },
];
const ratioTo = (page: readonly number[]) => quantile(boot.wall, 0.5) / quantile(page, 0.5);
const ratio = ratioTo(boot.empty);
const ratioToFinished = ratioTo(boot.finished);
const results = rows.map(({ name, values, target }) => ({
  name,
  median: quantile(values, 0.5),
  p5: quantile(values, 0.05),
  p95: quantile(values, 0.95),
  count: values.length,
  ...(target !== undefined && { target }),
}));
const missed = [
  ...results.filter(({ median, target = Infinity }) => median > target).map(({ name }) => name),
  ...(ratio > MOST_RATIO ? ['wall to empty page'] : []),
];
const report = {
  machine: machine(),
  unit: 'ms',
  results,
  ratio,
  targetRatio: MOST_RATIO,
  ratioToFinished,
};
mkdirSync('test-results', { recursive: true });
writeFileSync(REPORT, JSON.stringify(report, undefined, 2));

if (options.json) console.log(JSON.stringify(report, undefined, 2));
else {
  console.log(machineText());
  for (const { name, median, p5, p95, count, target } of results) {
    const limit = target === undefined ? '' : `, target ${target}`;
    console.log(
      `${name.padEnd(50)}${shown(median)} ms  (p5 ${shown(p5)}, p95 ${shown(p95)}, ${count}×${limit})`,
    );
  }
  console.log(`${'wall to empty page'.padEnd(50)}${ratio.toFixed(2)}  (target ${MOST_RATIO})`);
  console.log(`${'wall to the same board as HTML'.padEnd(50)}${ratioToFinished.toFixed(2)}`);
}
if (missed.length > 0) {
  console.error(`Missed: ${missed.join(', ')}`);
  process.exitCode = 1;
}

function shown(ms: number): string {
  return ms.toFixed(ms < 10 ? 2 : 0);
}
