import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

import * as v from 'valibot';
import { build } from 'vite';

// Inside node_modules, where the packages that the bundle imports are found.
const BUILT = path.resolve(import.meta.dirname, '../node_modules/.cache/riwaq-test');
const COMMAND = path.join(BUILT, 'riwaq.js');
const Listening = v.object({ msg: v.literal('listening'), origin: v.string() });

export type Ran = { readonly status: number; readonly out: string; readonly err: string };

/** Builds the command as it is now; to be awaited before it is run. */
export async function buildRiwaq(): Promise<void> {
  const root = path.resolve(import.meta.dirname, '..');
  const configFile = path.join(root, 'vite.server.config.ts');
  await build({ root, configFile, logLevel: 'error', build: { outDir: BUILT, emptyOutDir: true } });
}

/** Runs the command to its end, as a shell does. */
export async function runRiwaq(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [COMMAND, ...args], { env: cleanEnvironment(env) });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  child.stdin.end(input);
  await once(child, 'close');
  return { status: child.exitCode ?? -1, out, err };
}

export type Server = {
  readonly origin: string;
  readonly lines: readonly string[];
  /** Ends the process by a signal and resolves to its exit code, null when the signal killed it. */
  readonly end: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<number | null>;
};

/**
 * Starts a real server process on a free port; resolves when it listens. With `fileBlocks`, no file
 * of it may grow beyond so many blocks of 512 bytes, as if the disk were full.
 */
export async function startServer(
  dataFolder: string,
  { fileBlocks }: { readonly fileBlocks?: number } = {},
): Promise<Server> {
  const args = [COMMAND, 'serve', '--port', '0', '--data-dir', dataFolder];
  const limit = fileBlocks === undefined ? '' : `ulimit -f ${fileBlocks} && `;
  // The shell becomes the server, so that signals reach it.
  const child = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, process.execPath, ...args], {
    env: cleanEnvironment({}),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The server ended before it listened')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const listening = v.safeParse(Listening, JSON.parse(line));
      if (listening.success) resolve(listening.output.origin);
    });
  });
  return {
    origin,
    lines,
    end: async (signal) => {
      const ended = once(child, 'close');
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

/** An empty folder of its own. */
export function makeFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'riwaq-'));
}

// What the machine has set must not decide a test.
function cleanEnvironment(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const {
    PORT: _,
    HOST: __,
    DATA_DIR: ___,
    RIWAQ_KEY: ____,
    RIWAQ_SERVER: _____,
    CLIENT_ADDRESS_HEADER: ______,
    ...rest
  } = process.env;
  return { ...rest, ...env };
}
