import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const INSTALL_TIMEOUT_MS = 10 * 60_000;

const ADVICE = `No Chromium or Chrome was found, and none could be installed. Do one of these:
  - install one: "apt-get install chromium" (Debian), "npx playwright install --with-deps chromium" (elsewhere)
  - name one that is installed: CHROMIUM_PATH=/path/to/chrome npm test`;

/** How tests and renders start a browser, wherever it came from. */
export function launchOptions(executablePath: string) {
  return { executablePath, args: browserArgs() };
}

/** Path of a browser that starts, installed first if there is none. Throws with what to do. */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  for (const [command, ...args] of installers()) {
    if (command === undefined) continue;
    console.error(`No Chromium found. Trying: ${[command, ...args].join(' ')}`);
    spawnSync(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: INSTALL_TIMEOUT_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error(ADVICE);
}

/**
 * Path of an installed browser that starts: the one that CHROMIUM_PATH names and no other, if it
 * names one; else the system's; else Playwright's own. Throws when CHROMIUM_PATH does not start.
 */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (starts(named)) return named;
    throw new Error(`CHROMIUM_PATH is "${named}", which does not start as a browser`);
  }
  return candidates().find(starts);
}

function candidates(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const system = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...system, MAC_CHROME, chromium.executablePath()].filter((path) => existsSync(path));
}

/** Ubuntu's `chromium-browser` exists and only says that it should be installed otherwise. */
function starts(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** Commands that may bring a browser, the likeliest to work on this machine first. */
function installers(): readonly (readonly string[])[] {
  const playwright = ['npx', 'playwright', 'install', 'chromium'];
  if (!isRoot()) return [playwright];
  const withLibraries = ['npx', 'playwright', 'install', '--with-deps', 'chromium'];
  const apt = ['sh', '-c', 'apt-get update && apt-get install -y chromium'];
  // Ubuntu's package is a pointer to a snap, which a container cannot run.
  return distribution() === 'debian' ? [apt, playwright] : [withLibraries, apt];
}

function distribution(): string | undefined {
  if (!existsSync('/etc/os-release')) return undefined;
  return /^ID=(.*)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
}

function browserArgs(): string[] {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  // Chromium refuses to start its sandbox as root, which is what most build machines are.
  return isRoot() ? ['--no-sandbox', ...quiet] : quiet;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
