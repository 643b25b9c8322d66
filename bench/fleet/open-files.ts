import { execFileSync } from 'node:child_process';

/** Files that a process has open besides its screens' sockets, with room to spare. */
const OTHERS = 200;

/** How many files each of the two processes must be able to open for so many screens. */
export function openFilesNeeded(screens: number): number {
  // While a connection is given up, the next one may be there already.
  return Math.ceil(screens * 1.1) + OTHERS;
}

/** How many files a process started from here may open; Node goes up to the hard limit by itself. */
export function openFilesAllowed(): number {
  const limit = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
  return limit === 'unlimited' ? Infinity : Number(limit);
}
