import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { machine, machineText } from '../bench/machine.ts';
import { faultsPage } from './faults/faults-page.ts';
import { GROUPS } from './faults/groups.ts';
import { readFaults, type Fault } from './faults/read-faults.ts';
import { runFaults, type FaultResult } from './faults/run-faults.ts';

/*
 * `npm run faults [-- ID or group …] [--list] [--write] [--json]`: runs the test of every fault that
 * a test declares, and writes `docs/faults.md` of those that passed. The app and the server are those
 * of the last `npm run build`.
 *   N03 S    these only, and no page
 *   --list   lists them and runs nothing
 *   --write  writes the page from what is declared, and runs nothing
 *   --json   the result as JSON, which is in `test-results/faults.json` too
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PAGE = `${ROOT}docs/faults.md`;
const RESULTS = 'test-results';
const SECOND = 1000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

process.chdir(ROOT);
try {
  process.exitCode = run(readFaults(ROOT));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function run(all: readonly Fault[]): number {
  const faults = chosen(all);
  if (values.write) {
    writeFileSync(PAGE, faultsPage(all));
    return 0;
  }
  if (values.list) {
    for (const { id, name, test } of faults) {
      console.log(`${id}  ${name}\n     ${test.file}:${test.line}  ${test.title}`);
    }
    return 0;
  }
  const results = runFaults(faults);
  const missed = results.filter(({ outcome }) => outcome !== 'passed');
  if (positionals.length === 0) {
    const passed = results.filter(({ outcome }) => outcome === 'passed');
    writeFileSync(PAGE, faultsPage(passed.map(({ fault }) => fault)));
  }
  const json = JSON.stringify({ machine: machine(), results }, undefined, 2);
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(`${RESULTS}/faults.json`, `${json}\n`);
  if (values.json) console.log(json);
  else console.log(reportOf(results));
  if (missed.length === 0) return 0;
  console.error(
    `Missed: ${missed.map(({ fault, outcome }) => `${fault.id} ${outcome}`).join(', ')}`,
  );
  return 1;
}

/** The faults that the command line names, by id or by the letter of their group. */
function chosen(all: readonly Fault[]): readonly Fault[] {
  for (const name of positionals) {
    if (name in GROUPS || all.some(({ id }) => id === name)) continue;
    throw new RangeError(`There is no fault and no group "${name}": --list lists them`);
  }
  if (positionals.length === 0) return all;
  return all.filter(({ id }) => positionals.includes(id) || positionals.includes(id.charAt(0)));
}

function reportOf(results: readonly FaultResult[]): string {
  const lines = results.map(({ fault, outcome, ms }) => {
    const seconds = (ms / SECOND).toFixed(1).padStart(6);
    return `${fault.id}  ${outcome.padEnd(7)}${seconds} s  ${fault.name}`;
  });
  const passed = results.filter(({ outcome }) => outcome === 'passed').length;
  return [
    machineText(),
    ...lines,
    `${passed} of ${results.length} faults are as the page says`,
  ].join('\n');
}
