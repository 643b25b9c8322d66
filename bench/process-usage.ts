import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process has used so far. */
export type ProcessUsage = {
  /** User and system time, in ms; in steps of a clock tick, which is 10 ms nearly everywhere. */
  readonly cpuMs: number;
  readonly residentBytes: number;
};

/**
 * What the kernel says of a process (`man 5 proc`: `stat`, `status`); `undefined` where there is no
 * `/proc`, or no such process.
 */
export function processUsage(pid: number | undefined): ProcessUsage | undefined {
  if (pid === undefined) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return { cpuMs: cpuMsIn(stat, ticksPerSecond()), residentBytes: residentBytesIn(status) };
  } catch {
    return undefined;
  }
}

/** User and system time in the text of `/proc/<pid>/stat`. */
export function cpuMsIn(stat: string, ticksPerSecond: number): number {
  // The second field is the program's name, which may hold spaces and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system] = [fields[11], fields[12]].map(Number);
  return (((user ?? NaN) + (system ?? NaN)) * 1000) / ticksPerSecond;
}

/** Resident memory in the text of `/proc/<pid>/status`. */
export function residentBytesIn(status: string): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

let ticks: number | undefined;

function ticksPerSecond(): number {
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return ticks;
}
