import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from '../tools/free-port.ts';

/** A real server process on a data folder of its own, and on the test's clock. */
export type RiwaqServer = {
  readonly origin: string;
  readonly dataFolder: string;
  /** Sets the clock of the server; it stands there until it is set again. */
  readonly setClock: (instant: number) => void;
  /** SIGKILL, as a power cut does it. */
  readonly kill: () => Promise<void>;
  /** Lets the process stand still, with all of its connections, as an overloaded machine does. */
  readonly stall: () => void;
  /** Lets it go on. */
  readonly resume: () => void;
  /** Starts again on the same port, data and clock; with `dieAt`, to die at a step of `die-at.js`. */
  readonly restart: (dieAt?: string) => Promise<void>;
  /** The signal that has ended the process, once it has. */
  readonly ended: () => Promise<string | null>;
  /** Publishes a school document; rejects unless the server accepts it. */
  readonly publish: (school: object) => Promise<Published>;
  /** Adds a screen and returns the path of its link, such as `/#school.screen.secret`. */
  readonly addScreen: (school: string, settings?: object) => Promise<string>;
  readonly call: (method: string, route: string, body?: unknown) => Promise<Response>;
  /** Everything the process has logged so far. */
  readonly log: () => string;
  /** Kills the process and removes its folder. */
  readonly remove: () => Promise<void>;
};

export type Published = { readonly revision: string; readonly generation: string };

export type ServerOptions = {
  readonly at: number;
  /** Another folder of a built app than the one that `npm run build` made. */
  readonly app?: string;
  readonly host?: string;
};

export async function startServer({ at, app, host }: ServerOptions): Promise<RiwaqServer> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'riwaq-e2e-'));
  const clockFile = path.join(dataFolder, 'clock');
  const address = host ?? '127.0.0.1';
  const port = await freePort();
  const origin = `http://${address}:${port}`;
  let running: ChildProcess | undefined;
  let log = '';

  function setClock(instant: number): void {
    // In one step: the server may read the file at any moment.
    writeFileSync(`${clockFile}.next`, String(instant));
    renameSync(`${clockFile}.next`, clockFile);
  }

  async function begin(dieAt?: string): Promise<void> {
    const child = spawn(
      process.execPath,
      [
        ...(dieAt === undefined ? [] : ['--import=./e2e/die-at.js']),
        'dist/server/riwaq.js',
        'serve',
        `--host=${address}`,
        `--port=${port}`,
        `--data-dir=${dataFolder}`,
        ...(app === undefined ? [] : [`--app=${app}`]),
      ],
      {
        env: { ...process.env, RIWAQ_TEST_CLOCK_FILE: clockFile, RIWAQ_TEST_DIE_AT: dieAt },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    running = child;
    child.stdout.on('data', (chunk) => (log += String(chunk)));
    child.stderr.on('data', (chunk) => (log += String(chunk)));
    for (let wait = 0; wait < 200; wait++) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`The server ended at once:\n${log}`);
      if (await answers(`${origin}/healthz`)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The server does not answer:\n${log}`);
  }

  async function ended(): Promise<string | null> {
    const child = running;
    if (child === undefined) return null;
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.signalCode;
  }

  async function kill(): Promise<void> {
    running?.kill('SIGKILL');
    await ended();
  }

  function call(method: string, route: string, body?: unknown): Promise<Response> {
    const key = readFileSync(path.join(dataFolder, 'operator.key'), 'utf8').trim();
    return fetch(origin + route, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  setClock(at);
  await begin();
  return {
    origin,
    dataFolder,
    setClock,
    kill,
    stall: () => void running?.kill('SIGSTOP'),
    resume: () => void running?.kill('SIGCONT'),
    restart: begin,
    ended,
    publish: (school) =>
      accepted(call('PUT', `/v1/schools/${'id' in school ? String(school.id) : ''}`, school)),
    addScreen: async (school, settings = {}) => {
      const { screen, token } = await accepted<{ screen: { id: string }; token: string }>(
        call('POST', `/v1/schools/${school}/screens`, { name: 'Test hall', ...settings }),
      );
      return `/#${school}.${screen.id}.${token}`;
    },
    call,
    log: () => log,
    remove: async () => {
      await kill();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function accepted<Answer>(response: Promise<Response>): Promise<Answer> {
  const answer = await response;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The server refused: ${answer.status} ${text}`);
  return JSON.parse(text);
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
