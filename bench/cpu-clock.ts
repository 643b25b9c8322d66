import { readdirSync, readFileSync } from 'node:fs';

/**
 * Time that all threads of a process have run so far, in µs, to the nanosecond of the scheduler's own
 * account (`/proc/<pid>/task/<thread>/schedstat`). Throws where the system keeps none.
 */
export function cpuMicroseconds(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  return readdirSync(tasks).reduce((sum, thread) => sum + ranIn(`${tasks}/${thread}/schedstat`), 0);
}

function ranIn(file: string): number {
  const [ran = ''] = readFileSync(file, 'utf8').split(' ');
  return Number(ran) / 1000;
}
