import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { machine, machineText } from '../machine.ts';
import { grownBy, isAllFlat } from './growth.ts';
import { liveYear, type Year } from './live-year.ts';
import { soakPage } from './soak-page.ts';

/*
 * `npm run soak [-- --days 400] [--seed 1] [--json]`: a year of one TV in a real browser before the
 * real server, on a clock that runs ahead: every day an outage, every week an edit, every eighth day
 * the plug is pulled, once a new term begins while the network is down, once the app is updated. Run
 * `npm run build` first; takes about half an hour. `test-results/soak.html` has the charts. What is kept
 * is counted on days 15, 23 and so on: fewer than 24 days cannot show that it is flat, and fail.
 */

const REPORT = 'test-results/soak.json';
const PAGE = 'test-results/soak.html';

const { values: options } = parseArgs({
  options: {
    days: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const folder = mkdtempSync(path.join(tmpdir(), 'riwaq-soak-'));
try {
  const year = await liveYear({
    days: Number(options.days),
    seed: Number(options.seed),
    folder,
    say: (line) => console.error(line),
  });
  report(year);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function report(year: Year): void {
  const growth = grownBy(year.footprints);
  const isRight =
    year.wrong.length === 0 &&
    year.looks > 0 &&
    year.edits > 0 &&
    year.editsSeen === year.edits &&
    year.isUpdated &&
    isAllFlat(growth);
  const whole = { machine: machine(), seed: options.seed, ...year, growth };
  mkdirSync('test-results', { recursive: true });
  writeFileSync(REPORT, JSON.stringify(whole, undefined, 2));
  writeFileSync(PAGE, soakPage(year, growth, options.seed));
  if (options.json) console.log(JSON.stringify(whole, undefined, 2));
  else {
    console.log(machineText());
    console.log(
      `${year.days} days, seed ${options.seed}: ${year.looks} looks, ${year.wrong.length} wrong; ` +
        `${year.outages} outages, ${year.edits} edits, ${year.editsSeen} seen, ` +
        `${year.plugsPulled} plugs pulled, ` +
        `app ${year.isUpdated ? 'updated' : 'NOT updated'}`,
    );
    if (growth.length === 0) {
      console.log(`NOT KNOWN whether it is flat: ${year.footprints.length} footprints`);
    }
    for (const { what, first, last, factor, isFlat } of growth) {
      console.log(
        `${what.padEnd(12)}${Math.round(first)} → ${Math.round(last)}  × ${factor.toFixed(2)}${isFlat ? '' : '  NOT FLAT'}`,
      );
    }
    for (const line of year.wrong.slice(0, 20)) console.log(`WRONG ${line}`);
  }
  if (!isRight) process.exitCode = 1;
}
