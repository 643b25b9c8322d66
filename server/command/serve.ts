import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';

import { makeClock } from '../clock.ts';
import { makeLog } from '../log.ts';
import { start } from '../start.ts';
import { dataFolderOption } from './server-options.ts';

type Options = {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly app: string;
  readonly clientAddressHeader?: string;
};

// The build puts the command into dist/server and the app into dist/app.
const BUILT_APP = fileURLToPath(new URL('../app', import.meta.url));

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .summary('run the endpoint that screens ask')
    .description(
      'Runs the endpoint that screens ask, and serves them the app.\n' +
        'The first start makes the data folder with the database and the operator key.',
    )
    .addOption(
      new Option('--host <address>', 'address to listen on').env('HOST').default('127.0.0.1'),
    )
    .addOption(
      new Option('--port <number>', 'port to listen on; 0 takes a free one')
        .env('PORT')
        .default(8080)
        .argParser(portOf),
    )
    .addOption(dataFolderOption())
    .addOption(
      new Option('--app <folder>', 'folder of the built app').default(BUILT_APP, 'the one built'),
    )
    .addOption(
      new Option(
        '--client-address-header <name>',
        'header in which the proxy in front tells who came to it, such as X-Forwarded-For; without ' +
          'this none is believed',
      )
        .env('CLIENT_ADDRESS_HEADER')
        .argParser(headerOf),
    )
    .action(serve);
}

async function serve({ host, port, dataDir, app, clientAddressHeader }: Options): Promise<void> {
  // Nobody else on the machine reads the database or the key.
  process.umask(0o077);
  // Listened for from the beginning: a signal may come as soon as the log says "listening".
  const ending = new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  const { stop } = await start({
    host,
    port,
    dataFolder: path.resolve(dataDir),
    appFolder: path.resolve(app),
    addressHeader: clientAddressHeader,
    clock: makeClock(process.env),
    log: makeLog(),
  }).catch((error: unknown) => {
    throw new Error(reasonOf(error, `${host}:${port}`), { cause: error });
  });
  await ending;
  await stop();
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('It is not a port: write a number from 0 to 65535.');
}

function headerOf(text: string): string {
  if (/^[\w-]+$/.test(text)) return text;
  throw new InvalidArgumentError('It is not the name of a header: write one such as X-Real-IP.');
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use; choose another with --port',
  EACCES: 'this user may not use the port or the data folder',
  EADDRNOTAVAIL: 'the machine does not have this address; choose another with --host',
};

function reasonOf(error: unknown, address: string): string {
  if (!(error instanceof Error)) return String(error);
  const reason = 'code' in error ? REASONS[String(error.code)] : undefined;
  return reason === undefined ? error.message : `Cannot serve on ${address}: ${reason}`;
}
