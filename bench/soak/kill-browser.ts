import { readdirSync, readFileSync } from 'node:fs';

/** Ends every process of the browser on a profile with SIGKILL, as pulling the plug does. */
export function killBrowser(profile: string): void {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  for (const pid of pids.filter((one) => commandOf(one).includes(`--user-data-dir=${profile}`))) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended with its parent.
    }
  }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
