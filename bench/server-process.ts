import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from '../tools/free-port.ts';
import { processUsage, type ProcessUsage } from './process-usage.ts';

const PROGRAM = 'dist/server/riwaq.js';
const LONGEST_START_MS = 60_000;
const LOOK_AGAIN_MS = 20;

/** The built server in a process and on a data folder of its own. */
export type ServerProcess = {
  readonly origin: string;
  readonly pid: () => number | undefined;
  /** What an operator asks; rejects unless the server agrees. */
  readonly call: (method: 'PUT' | 'POST', route: string, body: unknown) => Promise<unknown>;
  /** SIGKILL, as a power cut does it. */
  readonly kill: () => Promise<void>;
  /** Starts again on the same port and data; resolves when it answers. */
  readonly restart: () => Promise<void>;
  readonly usage: () => ProcessUsage | undefined;
  /** Kills the process and removes its folder. */
  readonly remove: () => Promise<void>;
};

/** Starts what `npm run build` has made, on loopback and a port that nobody uses. */
export async function startServerProcess(): Promise<ServerProcess> {
  if (!existsSync(PROGRAM)) throw new Error(`There is no ${PROGRAM}. Run npm run build first`);
  const folder = mkdtempSync(path.join(tmpdir(), 'riwaq-bench-'));
  // A file, as in service; what is said there is shown when the server ends too early.
  const logFile = path.join(folder, 'server.log');
  const log = openSync(logFile, 'a');
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let running: ChildProcess | undefined;

  async function begin(): Promise<void> {
    const args = [PROGRAM, 'serve', '--host=127.0.0.1', `--port=${port}`, `--data-dir=${folder}`];
    const child = spawn(process.execPath, args, { stdio: ['ignore', log, log] });
    running = child;
    const end = performance.now() + LONGEST_START_MS;
    while (performance.now() < end) {
      if (child.exitCode !== null) {
        throw new Error(`The server ended at once:\n${readFileSync(logFile, 'utf8')}`);
      }
      if (await answers(`${origin}/healthz`)) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
    throw new Error(`The server does not answer within ${LONGEST_START_MS / 1000} s`);
  }

  async function kill(): Promise<void> {
    const child = running;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async function remove(): Promise<void> {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  }

  // A run that is cut short leaves neither a process nor a folder behind.
  process.once('exit', () => {
    running?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  await begin();
  const key = readFileSync(path.join(folder, 'operator.key'), 'utf8').trim();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return {
    origin,
    async call(method, route, body) {
      const init: RequestInit = { method, headers, body: JSON.stringify(body) };
      const response = await fetch(origin + route, init);
      const text = await response.text();
      if (!response.ok) throw new Error(`The server refused: ${response.status} ${text}`);
      return JSON.parse(text);
    },
    pid: () => running?.pid,
    kill,
    restart: begin,
    usage: () => processUsage(running?.pid),
    remove,
  };
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
