import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';

import { loadApp } from './app-files.ts';
import type { Clock } from './clock.ts';
import type { Deps } from './deps.ts';
import { makeEndpoint } from './endpoint.ts';
import { loadState } from './load-state.ts';
import { lockFolder } from './lock-folder.ts';
import type { Log } from './log.ts';
import { readOrMakeOperatorKey } from './operator-key.ts';
import type { Publisher } from './publisher.ts';
import { makePublisher } from './publisher.ts';
import { makeSerial } from './serial.ts';
import { openSqliteStore } from './sqlite-store.ts';

export type StartOptions = {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly dataFolder: string;
  readonly appFolder: string;
  /** Field in which a proxy in front tells who came to it; absent: no such field is believed. */
  readonly addressHeader?: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
};

export type Running = {
  /** Such as `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** Stops accepting, finishes what was begun, and closes the database. */
  readonly stop: () => Promise<void>;
};

/** Longest wait at the end for answers that are on their way. */
const GRACE_MS = 10_000;
const SWEEP_MS = 50;

/**
 * Starts the endpoint on a data folder, which is made when it is not there. Rejects when another
 * process serves the folder or the address is taken.
 */
export async function start(options: StartOptions): Promise<Running> {
  const { dataFolder, appFolder, addressHeader, clock, log } = options;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(dataFolder);
  const operatorKey = readOrMakeOperatorKey(dataFolder);
  const store = openSqliteStore(path.join(dataFolder, 'riwaq.db'), clock());
  const app = await loadApp(appFolder);
  if (app.build === undefined)
    log.warn({ folder: appFolder }, 'no app is built: the API alone is served');
  const { state, damaged } = await loadState(store, app.build);
  const deps: Deps = { store, state, clock, log, inTurn: makeSerial() };
  const publisher = makePublisher(deps);
  const server = makeEndpoint(deps, publisher, app, { operatorKey, addressHeader });
  const origin = await listen(server, options);
  log.info({ origin, schools: state.schools.size, build: app.build }, 'listening');
  for (const school of damaged) await heal(school, publisher, deps);
  return { origin, stop: () => stop(server, deps).finally(unlock) };
}

async function heal(school: string, publisher: Publisher, { state, log }: Deps): Promise<void> {
  const served = state.schools.get(school)?.served;
  log.error({ school, servedInstead: served?.revision ?? null }, 'stored snapshot is damaged');
  try {
    const outcome = await publisher.rebuild(school);
    if (outcome.kind !== 'refused') return;
    log.error({ school, problems: outcome.problems }, 'damaged snapshot cannot be rebuilt');
  } catch (error) {
    // The disk may be failing altogether; what is in memory is served all the same.
    log.error({ school, error: String(error) }, 'damaged snapshot cannot be rebuilt');
  }
}

function listen(server: Server, { host, port }: StartOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${reachable(host)}:${actual}`);
    });
  });
}

/** A name that the machine itself can open, for one that means "every address". */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

async function stop(server: Server, { inTurn, store, log }: Deps): Promise<void> {
  // Connections that screens keep open between two polls are idle, and would hold the process up.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const limit = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweep);
  clearTimeout(limit);
  await inTurn(() => store.close());
  log.info('stopped');
}
