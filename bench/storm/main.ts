import { mkdirSync, writeFileSync } from 'node:fs';

import { machine, machineText } from '../machine.ts';
import { OLD } from './old/old.ts';
import { REPORT } from './old/report.ts';
import { SEED } from './old/seed.ts';
import { optionsIn } from './options.ts';
import { ours } from './ours/ours.ts';
import { stormPage } from './page/storm-page.ts';
import { resultJson } from './result-json.ts';
import { runStorm, type Outcome } from './run-storm.ts';
import { checksText, durationsText, scenarioText, targetsText } from './table.ts';
import { targetsOf } from './targets.ts';
import { validate } from './validate.ts';

/*
 * `npm run bench:storm`: what happens when many screens want something at once, under the old
 * service, two accounts of it, and Riwaq. First the model of the old service has to reproduce what was
 * measured on it.
 */

const RESULTS = 'test-results';

const options = optionsIn(process.argv.slice(2));
const policies = { ours: ours(options), old: OLD, seed: SEED, report: REPORT };
const say = options.isJson ? () => {} : console.log;

say(`${machineText()}, seed ${options.seed}\n`);
const checks = await validate(options.seed);
say(checksText(checks));
if (checks.some(({ isWithin }) => !isWithin)) {
  console.error('The model does not reproduce what was measured: there is nothing to compare');
  process.exit(1);
}

const results = [];
for (const scenario of options.scenarios) {
  const { seed, screens = scenario.screens } = options;
  const tape = scenario.make({ seed, screens, perSchool: scenario.perSchool });
  const outcomes: Outcome[] = [];
  for (const name of options.policies) outcomes.push(await runStorm(tape, policies[name]));
  const own = outcomes.find(({ policy }) => policy.name === 'ours');
  const targets = own ? targetsOf(scenario, own) : [];
  say(scenarioText(scenario, outcomes));
  say(targetsText(targets));
  say(durationsText(outcomes));
  results.push({ scenario, outcomes, targets });
}

const result = { machine: machine(), seed: options.seed, checks, results };
const json = resultJson(result);
mkdirSync(RESULTS, { recursive: true });
writeFileSync(`${RESULTS}/storm.json`, json);
writeFileSync(`${RESULTS}/storm.html`, stormPage(result));
say(`\n${RESULTS}/storm.html, ${RESULTS}/storm.json`);
if (options.isJson) console.log(json);
const missed = results.flatMap(({ scenario, targets }) =>
  targets.filter(({ isMet }) => !isMet).map(({ name }) => `${scenario.name}: ${name}`),
);
if (missed.length > 0) {
  console.error(`Missed: ${missed.join('; ')}`);
  process.exit(1);
}
