import { mkdirSync, writeFileSync } from 'node:fs';

import { machine, machineText } from '../../machine.ts';
import { caseText } from './case-text.ts';
import { FAULTS } from './faults.ts';
import { runSwarm, type Failed } from './run-swarm.ts';
import { smallestCase } from './smallest-case.ts';
import { swarmOptionsIn } from './swarm-options.ts';
import { swarmText } from './swarm-text.ts';

/*
 * `npm run swarm`: each fault alone, every two of a screen's faults together, and random sets of them,
 * on a small fleet that runs the shipped code. A case that shows more than `docs/faults.md` declares
 * is made as small as it goes, and printed with the command that plays it again.
 */

const RESULTS = 'test-results';
const SHOWN_FAILURES = 10;

const { seed, cases, isReplay, isJson } = swarmOptionsIn(process.argv.slice(2));
const say = isJson ? () => {} : console.log;
const [first] = cases;

say(`${machineText()}, seed ${seed}\n`);
const outcome = await runSwarm(cases, { played: tell });
if (process.stdout.isTTY) say('');

const countOf = (isOne: (name: string) => boolean) =>
  cases.filter(({ name }) => isOne(name)).length;
const parts = {
  singles: countOf((name) => name in FAULTS),
  pairs: countOf((name) => name.includes('+')),
  random: countOf((name) => /^\d+$/.test(name)),
};
if (isReplay && first) say(`${caseText(first, outcome.failed[0]?.violations ?? [])}\n`);
else for (const failed of outcome.failed.slice(0, SHOWN_FAILURES)) say(`${await told(failed)}\n`);
say(swarmText(outcome, parts));

const { failed, ...figures } = outcome;
const json = JSON.stringify(
  { machine: machine(), seed, ...parts, ...figures, failed },
  undefined,
  2,
);
mkdirSync(RESULTS, { recursive: true });
writeFileSync(`${RESULTS}/swarm.json`, json);
say(`\n${RESULTS}/swarm.json`);
if (isJson) console.log(json);
if (failed.length > 0) {
  console.error(`${failed.length} cases show more than is declared, with seed ${seed}`);
  process.exit(1);
}

async function told({ case: one, violations }: Failed): Promise<string> {
  const smallest = await smallestCase(one);
  return caseText(one, violations, smallest);
}

function tell(count: number, failed: Failed | undefined) {
  if (process.stdout.isTTY && !isJson) process.stdout.write(`\r${count} of ${cases.length}`);
  if (failed && !isJson && !isReplay) console.log(`\rcase ${failed.case.name} fails`);
}
