import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import * as v from 'valibot';

import type { Fault } from './read-faults.ts';

export type FaultResult = {
  readonly fault: Fault;
  /** `missing`: its test was skipped, or nothing ran on its line. */
  readonly outcome: 'passed' | 'failed' | 'missing';
  /** Of all cases of its test together. */
  readonly ms: number;
};

/** One case of a test, on the line that declares it. */
type Case = {
  readonly file: string;
  readonly line: number;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly ms: number;
};

const FOLDER = 'test-results/faults';
const UNIT_REPORT = `${FOLDER}/unit.json`;
const E2E_REPORT = `${FOLDER}/e2e.json`;

const UnitReport = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      assertionResults: v.array(
        v.object({
          status: v.string(),
          duration: v.nullish(v.number(), 0),
          location: v.nullish(v.object({ line: v.number() })),
        }),
      ),
    }),
  ),
});

type Suite = {
  readonly specs: readonly {
    readonly file: string;
    readonly line: number;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly duration: number }[];
    }[];
  }[];
  readonly suites?: readonly Suite[] | undefined;
};

const Suite: v.GenericSchema<unknown, Suite> = v.object({
  specs: v.array(
    v.object({
      file: v.string(),
      line: v.number(),
      tests: v.array(
        v.object({
          status: v.string(),
          results: v.array(v.object({ duration: v.number() })),
        }),
      ),
    }),
  ),
  suites: v.optional(v.array(v.lazy(() => Suite))),
});

const E2eReport = v.object({
  config: v.object({ rootDir: v.string() }),
  suites: v.array(Suite),
});

/** Runs exactly the tests of these faults, each once, and tells what became of each fault. */
export function runFaults(faults: readonly Fault[]): readonly FaultResult[] {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const places = [...new Set(faults.map(({ test }) => `${test.file}:${test.runLine}`))];
  const cases = [
    ...unitCases(places.filter(isUnit)),
    ...e2eCases(places.filter((place) => !isUnit(place))),
  ];
  return faults.map((fault) => {
    const { file, runLine } = fault.test;
    const own = cases.filter((one) => one.file === file && one.line === runLine);
    const ms = own.reduce((sum, one) => sum + one.ms, 0);
    return { fault, outcome: outcomeOf(own), ms };
  });
}

function isUnit(place: string): boolean {
  return /\.test\.tsx?:/.test(place);
}

function outcomeOf(cases: readonly Case[]): FaultResult['outcome'] {
  if (cases.some(({ outcome }) => outcome === 'failed')) return 'failed';
  return cases.some(({ outcome }) => outcome === 'passed') ? 'passed' : 'missing';
}

function unitCases(places: readonly string[]): readonly Case[] {
  if (places.length === 0) return [];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
  npx(['vitest', 'run', ...reporters, ...places]);
  const report = readReport(UNIT_REPORT, UnitReport);
  return (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status, duration, location }) => ({
      file: path.relative(process.cwd(), name),
      line: location?.line ?? 0,
      outcome: outcomeNamed(status),
      ms: duration,
    })),
  );
}

function e2eCases(places: readonly string[]): readonly Case[] {
  if (places.length === 0) return [];
  npx(['tsx', 'tools/e2e.ts', '--reporter=line,json', ...places], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: path.resolve(E2E_REPORT),
    // The tests that take too long for every `npm test`.
    RIWAQ_FAULTS: '1',
  });
  const report = readReport(E2E_REPORT, E2eReport);
  if (report === undefined) return [];
  const folder = path.relative(process.cwd(), report.config.rootDir);
  return report.suites.flatMap(specsIn).flatMap(({ file, line, tests }) =>
    tests.map(({ status, results }) => ({
      file: path.join(folder, file),
      line,
      outcome: outcomeNamed(status),
      ms: results.reduce((sum, { duration }) => sum + duration, 0),
    })),
  );
}

function specsIn(suite: Suite): Suite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsIn)];
}

/** What the two runners call it. */
function outcomeNamed(status: string): Case['outcome'] {
  if (status === 'passed' || status === 'expected') return 'passed';
  return ['skipped', 'pending', 'todo'].includes(status) ? 'skipped' : 'failed';
}

/** A runner that could not even begin leaves no report. */
function readReport<T>(file: string, schema: v.GenericSchema<unknown, T>): T | undefined {
  return existsSync(file) ? v.parse(schema, JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** Its output goes to standard error: standard output is for the result. */
function npx(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  spawnSync('npx', args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  });
}
