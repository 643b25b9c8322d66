import { stripVTControlCharacters } from 'node:util';

import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';

type Row = { readonly engine: string; readonly scenario: string; readonly cell: string };

const SECOND_MS = 1000;

/** Prints how each scenario went on each engine, as it happens and as a table; nothing is left out. */
// Playwright takes a reporter by its default export, and calls it with `new`.
// oxlint-disable-next-line import/no-default-export
export default function tableReporter(): Reporter {
  const rows: Row[] = [];
  const reasons = new Set<string>();
  let engines: readonly string[] = [];
  let passed = 0;
  let failed = 0;

  return {
    onBegin(_: FullConfig, suite: Suite) {
      engines = suite.suites.map(({ title }) => title);
      console.log(`${suite.allTests().length} scenarios on ${engines.join(', ')}`);
    },
    onTestEnd(test: TestCase, result: TestResult) {
      const engine = test.parent.project()?.name ?? '';
      const scenario = test.title;
      const seconds = `${(result.duration / SECOND_MS).toFixed(1)} s`;
      if (result.status === 'skipped') {
        const reason = test.annotations.find(({ type }) => type === 'skip')?.description;
        reasons.add(
          `${engine}, "${scenario}": not offered by this engine: ${reason ?? 'no reason'}`,
        );
        // What is left out must be said why; that is a fault, too.
        if (reason === undefined) failed++;
      } else if (result.status === 'passed') passed++;
      else failed++;
      const cell = cellOf(result.status, seconds);
      rows.push({ engine, scenario, cell });
      console.log(`${engine}  ${scenario}: ${cell}`);
      for (const { message = '' } of result.errors) console.log(indented(message));
    },
    onError({ message = '' }) {
      failed++;
      console.log(message);
    },
    onEnd(result: FullResult) {
      if (result.status !== 'passed' && failed === 0) failed++;
      if (passed + failed === 0) failed++;
      console.log(`\n${table(rows, engines)}`);
      for (const reason of reasons) console.log(reason);
      for (const name of (process.env['TV_ABSENT'] ?? '').split(' ').filter(Boolean)) {
        console.log(`${name}: not offered by this distribution`);
      }
      console.log(`\n${passed} passed, ${failed} failed`);
      // Playwright calls a run in which everything was skipped a success.
      return Promise.resolve({ status: failed > 0 ? 'failed' : 'passed' });
    },
    printsToStdio: () => true,
  };
}

function cellOf(status: TestResult['status'], seconds: string): string {
  switch (status) {
    case 'passed':
      return `ok ${seconds}`;
    case 'skipped':
      return 'not offered';
    case 'failed':
    case 'timedOut':
    case 'interrupted':
      return `FAILED ${seconds}`;
  }
}

function table(rows: readonly Row[], engines: readonly string[]): string {
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
  const lines = [
    ['', ...engines],
    ...scenarios.map((scenario) => [
      scenario,
      ...engines.map(
        (engine) =>
          rows.find((row) => row.scenario === scenario && row.engine === engine)?.cell ?? 'not run',
      ),
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function indented(message: string): string {
  return stripVTControlCharacters(message)
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
