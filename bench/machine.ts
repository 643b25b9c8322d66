import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

/** What a timing is a fact about. */
export type Machine = {
  readonly processor: string;
  readonly processors: number;
  readonly node: string;
  readonly commit: string;
};

/** This machine, and the commit that is checked out. */
export function machine(): Machine {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    processors: cpus().length,
    node: process.version,
    commit: commit(),
  };
}

/** The same in one line. */
export function machineText({ processor, processors, node, commit } = machine()): string {
  return `${processor} × ${processors}, Node ${node}, ${commit}`;
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return 'not a git checkout';
  }
}
