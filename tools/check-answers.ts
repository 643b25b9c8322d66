/*
 * Asks `riwaq now` every question of a folder of checked answers, and compares.
 *
 *   npm run answers -- FOLDER
 *
 * FOLDER holds `cases.json` (`neutral-bell-cases/1`) and `schedules/*.json` (`neutral-bell/1`). The
 * built command is run as a process of its own, with the instants on its standard input. Exits 1 when
 * an answer differs.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { schoolOf, type NeutralBells } from './oracle-to-school.ts';

type Case = {
  readonly id: string;
  readonly schedule: string;
  readonly track: string;
  readonly instant: string;
  readonly expected: unknown;
};

const SHOWN = 10;

function checkAnswers(folder: string): boolean {
  const { cases }: { cases: readonly Case[] } = readJson(path.join(folder, 'cases.json'));
  const scratch = mkdtempSync(path.join(tmpdir(), 'riwaq-answers-'));
  const wrong = [...groups(cases)].flatMap(([, group]) => wrongAnswers(folder, scratch, group));
  rmSync(scratch, { recursive: true });
  for (const line of wrong.slice(0, SHOWN)) console.log(line);
  console.log(`${cases.length - wrong.length} of ${cases.length} answers identical`);
  return wrong.length === 0;
}

function groups(cases: readonly Case[]): Map<string, Case[]> {
  const found = new Map<string, Case[]>();
  for (const one of cases) {
    const key = `${one.schedule} ${one.track}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

function wrongAnswers(folder: string, scratch: string, cases: readonly Case[]): string[] {
  const [first] = cases;
  if (first === undefined) return [];
  const file = path.join(scratch, `${first.schedule}.json`);
  const bells: NeutralBells = readJson(path.join(folder, 'schedules', `${first.schedule}.json`));
  writeFileSync(file, JSON.stringify(schoolOf(bells, console.error)));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/riwaq.js', 'now', file, '--json', '--at', '-', '--track', first.track],
    { input: cases.map(({ instant }) => instant).join('\n'), encoding: 'utf8', maxBuffer: 1e9 },
  );
  const answers = stdout.trimEnd().split('\n');
  return cases.flatMap(({ id, instant, expected }, index) => {
    const answer = answers[index] ?? stderr;
    return sameJson(answer, expected)
      ? []
      : [`${id} at ${instant}\n  expected ${JSON.stringify(expected)}\n  answered ${answer}`];
  });
}

function sameJson(answer: string, expected: unknown): boolean {
  try {
    return JSON.stringify(JSON.parse(answer)) === JSON.stringify(expected);
  } catch {
    return false;
  }
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npm run answers -- FOLDER');
  process.exitCode = 2;
} else if (!checkAnswers(folder)) process.exitCode = 1;
