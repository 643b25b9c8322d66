import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ensureBrowser, launchOptions } from '../tools/browser.ts';
import { freePort } from '../tools/free-port.ts';

/** A machine on which the files of `riwaq kiosk linux` run: the test is its systemd. */
export type KioskMachine = {
  /** Starts the browser as riwaq-kiosk.service does; what runs of an earlier one is left alone. */
  readonly startBrowser: () => void;
  /** Sends a signal to the browser that was started last. */
  readonly signalBrowser: (signal: 'SIGKILL' | 'SIGSTOP') => void;
  /** Starts the watchdog, which notes a restart instead of asking systemd for it. */
  readonly startWatchdog: (seconds: WatchdogTimes) => void;
  /** When the watchdog has asked for a restart: ms since the epoch. */
  readonly restarts: () => readonly number[];
  /** What the watchdog has said. */
  readonly said: () => string;
  /** Titles and addresses of the open pages, as the browser tells them at its port. */
  readonly pages: () => Promise<readonly { readonly title: string; readonly url: string }[]>;
  /** Gives the link of a screen to `open-link`, as a technician does. */
  readonly openLink: (link: string) => Promise<string>;
  readonly remove: () => void;
};

export type WatchdogTimes = Readonly<Record<'every' | 'frozen' | 'silent' | 'pause', number>>;

const LIBRARY = 'usr/local/lib/riwaq-kiosk';
const REMOVING = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 };

/** Whether this machine can run them at all. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;

export async function makeKioskMachine(url: string): Promise<KioskMachine> {
  const folder = mkdtempSync(path.join(tmpdir(), 'riwaq-kiosk-'));
  const restartsFile = path.join(folder, 'restarts');
  const profile = path.join(folder, 'profile');
  const port = await freePort();
  const executable = ensureBrowser();
  const options = ['--url', url, '--browser', executable, '--write', folder];
  execFileSync(process.execPath, ['bin/riwaq.js', 'kiosk', 'linux', ...options]);
  const library = path.join(folder, LIBRARY);
  const address = /RIWAQ_URL="(.*)"/.exec(
    readFileSync(path.join(folder, 'etc/riwaq-kiosk.env'), 'utf8'),
  );
  const env = {
    ...process.env,
    RIWAQ_URL: address?.[1],
    RIWAQ_PROFILE: profile,
    RIWAQ_DEVTOOLS_PORT: String(port),
  };
  let browser: ChildProcess | undefined;
  let watchdog: ChildProcess | undefined;
  let said = '';

  function startBrowser(): void {
    // A machine that builds has no screen.
    const args = [...launchOptions(executable).args, '--headless=new', '--ozone-platform=headless'];
    browser = spawn('sh', [path.join(library, 'browser'), ...args], { env, stdio: 'ignore' });
  }

  function startWatchdog({ every, frozen, silent, pause }: WatchdogTimes): void {
    watchdog = spawn('python3', [path.join(library, 'watchdog')], {
      env: {
        ...env,
        RIWAQ_WATCHDOG_EVERY: String(every),
        RIWAQ_WATCHDOG_FROZEN: String(frozen),
        RIWAQ_WATCHDOG_SILENT: String(silent),
        RIWAQ_WATCHDOG_PAUSE: String(pause),
        RIWAQ_WATCHDOG_RESTART: `sh -c 'date +%s%3N >> ${restartsFile}'`,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    watchdog.stdout?.on('data', (chunk) => (said += String(chunk)));
  }

  async function pages() {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => undefined);
    const targets = response ? await response.json() : [];
    return targets.filter(({ type }: { type: string }) => type === 'page');
  }

  function openLink(link: string): Promise<string> {
    const child = spawn('python3', [path.join(library, 'open-link')], { env });
    let out = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (out += String(chunk)));
    child.stdin.end(`${link}\n`);
    return new Promise((resolve) => child.once('close', () => resolve(out)));
  }

  return {
    startBrowser,
    signalBrowser: (signal) => browser?.kill(signal),
    startWatchdog,
    restarts: () =>
      existsSync(restartsFile)
        ? readFileSync(restartsFile, 'utf8').trim().split('\n').map(Number)
        : [],
    said: () => said,
    pages,
    openLink,
    remove: () => {
      watchdog?.kill('SIGKILL');
      // A browser has children of its own; those that write name this folder.
      spawnSync('pkill', ['-KILL', '-f', '--', folder]);
      rmSync(folder, REMOVING);
    },
  };
}
