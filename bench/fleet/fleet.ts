import { mkdirSync, writeFileSync } from 'node:fs';

import { machine, machineText } from '../machine.ts';
import { startServerProcess } from '../server-process.ts';
import { openFilesAllowed, openFilesNeeded } from './open-files.ts';
import { isMissed, lineOf, type Row } from './row.ts';
import {
  coldBoot,
  DELAY,
  dayOfScreen,
  publishToAll,
  quietPeriod,
  restart,
  storedBoot,
  type Stage,
} from './scenarios.ts';
import { startScreens } from './screens-client.ts';
import { settle, type TownSize } from './town.ts';

/*
 * `npm run bench:fleet [-- --quick] [-- --json]`: the storm, live. The built server in one process,
 * thousands of screens that run the shipped refresh in a second one, real HTTP between them.
 */

const OUTPUT = 'test-results/bench-fleet.json';
/** As in the run of the old service. */
const FEW = { schools: 200, screensEach: 3 };
const MANY = { schools: 400, screensEach: 25 };
const CLASSES = 24;
/** Of a school on a busy day: substitutions, notices. */
const PUBLICATIONS = 5;
/** What a screen's own process may add to a figure of a second. */
const MOST_DELAY_MS = 250;

const isQuick = process.argv.includes('--quick');
const isJson = process.argv.includes('--json');
const few = isQuick ? { schools: 20, screensEach: 3 } : FEW;
const many = isQuick ? { schools: 100, screensEach: 10 } : MANY;
const pollingSeconds = isQuick ? 15 : 60;
const periodMs = pollingSeconds * 1000;

const rows: Row[] = [];
const needed = openFilesNeeded(many.schools * many.screensEach);
if (openFilesAllowed() < needed) {
  throw new Error(
    `Each process must open ${needed} files, and may open ${openFilesAllowed()}: ` +
      `raise the hard limit (as root: ulimit -Hn ${needed}), or give --quick`,
  );
}
tell(machineText());
await inTown(few, async (stage) => {
  add(await coldBoot(stage, 'indexedDb'));
  add(await storedBoot(stage));
});
await inTown(many, async (stage) => {
  add(await coldBoot(stage, 'memory'));
  const quiet = await quietPeriod(stage);
  add(quiet);
  const publication = await publishToAll(stage, 2, quiet);
  add(publication);
  add(dayOfScreen([...quiet, ...publication], PUBLICATIONS));
  add(await restart(stage));
});
finish();

/** Builds a town, lets its screens live, and takes everything down again. */
async function inTown(
  size: Pick<TownSize, 'schools' | 'screensEach'>,
  live: (stage: Stage) => Promise<void>,
): Promise<void> {
  const server = await startServerProcess();
  const client = startScreens();
  try {
    const from = performance.now();
    const town = await settle(server, { ...size, classes: CLASSES, pollingSeconds });
    const settled = performance.now();
    const { expected } = await town.publish(1);
    const [added, published] = [settled - from, performance.now() - settled];
    tell(
      `\n${town.screens.length} screens added in ${(added / 1000).toFixed(0)} s, ` +
        `${size.schools} schools published in ${(published / 1000).toFixed(0)} s`,
    );
    await live({ server, client, town, expected, overMs: periodMs, periodMs });
  } finally {
    client.end();
    await server.remove();
  }
}

function add(more: readonly Row[]) {
  rows.push(...more);
  tell(`\n${more[0]?.scenario ?? ''}`);
  for (const row of more) tell(lineOf(row));
}

/** A run takes minutes: whoever watches sees each part when it is known. */
function tell(line: string) {
  if (!isJson) console.log(line);
}

function finish() {
  const result = { machine: machine(), isQuick, few, many, pollingSeconds, rows };
  const text = JSON.stringify(result, undefined, 2);
  mkdirSync('test-results', { recursive: true });
  writeFileSync(OUTPUT, `${text}\n`);
  if (isJson) console.log(text);
  tell(`\nAll figures: ${OUTPUT}`);
  const late = Math.max(...rows.filter(({ name }) => name === DELAY).map(({ value }) => value));
  if (late > MOST_DELAY_MS) {
    console.error(
      `The screens' own process was late by up to ${late.toFixed(0)} ms: this machine was too busy ` +
        'for figures that mean anything. Run it again when nothing else runs',
    );
    process.exitCode = 1;
  }
  const missed = rows.filter(isMissed);
  if (missed.length === 0) return;
  console.error(`Missed: ${missed.map(({ scenario, name }) => `${scenario}: ${name}`).join('; ')}`);
  process.exitCode = 1;
}
