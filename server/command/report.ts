import type { Problem } from '../../src/contract/parse.ts';
import { problemText } from '../../src/contract/parse.ts';

/** Writes problems to standard error, one a line, as compilers do: what they are in, then what they are. */
export function reportProblems(where: string, problems: readonly Problem[]): void {
  for (const problem of problems) console.error(`${where}: ${problemText(problem)}`);
}

/** Writes what looks wrong without being so to standard error, one a line. */
export function reportWarnings(where: string, warnings: readonly Problem[]): void {
  for (const warning of warnings) console.error(`${where}: warning: ${problemText(warning)}`);
}

/** `1 problem`, `2 problems`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
