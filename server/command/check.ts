import type { Command } from 'commander';

import type { Problem } from '../../src/contract/parse.ts';
import { ParseError } from '../../src/contract/parse.ts';
import type { Built } from '../build-snapshot.ts';
import { buildSnapshot } from '../build-snapshot.ts';
import { inputName, readInput } from './read-input.ts';
import { counted, reportProblems, reportWarnings } from './report.ts';

export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .summary('find every problem of a school document')
    .description(
      'Finds every problem of a school document; needs no server.\n' +
        'What it accepts can be published. Exits with 1 when there are problems.',
    )
    .argument('<file>', 'school document; - reads standard input')
    .option('--json', 'write problems and warnings as JSON to standard output')
    .action(check);
}

function check(file: string, { json }: { readonly json?: true }): void {
  const { built, problems } = tryBuild(readInput(file));
  const warnings = built?.warnings ?? [];
  if (problems.length > 0) process.exitCode = 1;
  if (json) {
    console.log(JSON.stringify({ problems, warnings }, undefined, 2));
    return;
  }
  const name = inputName(file);
  reportProblems(name, problems);
  reportWarnings(name, warnings);
  if (built) console.log(`${name}: ${summaryOf(built)}`);
  else console.error(`${name}: ${counted(problems.length, 'problem')}`);
}

function tryBuild(bytes: Uint8Array): {
  readonly built?: Built;
  readonly problems: readonly Problem[];
} {
  try {
    return { built: buildSnapshot(bytes, ''), problems: [] };
  } catch (error) {
    if (error instanceof ParseError) return { problems: error.problems };
    throw error;
  }
}

function summaryOf({ school, bytes, warnings }: Built): string {
  const { classes, lessons, calendar } = school;
  const parts = [
    counted(classes.length, 'class', 'classes'),
    counted(lessons.length, 'lesson'),
    `${calendar.from} to ${calendar.through}`,
    `${(bytes.length / 1000).toFixed(1)} kB on a screen`,
    ...(warnings.length > 0 ? [counted(warnings.length, 'warning')] : []),
  ];
  return `ok, ${parts.join(', ')}`;
}
