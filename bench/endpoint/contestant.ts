import { fork, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from '../../tools/free-port.ts';
import type { RawAnswer } from './answer-of.ts';
import { answerOf } from './answer-of.ts';
import type { ToBare } from './bare-server.ts';
import type { Exchange } from './exchange.ts';

/** A server that takes part: where it listens, whose time counts, and what to ask it. */
export type Contestant = {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  readonly exchanges: Exchanges;
  readonly stop: () => void;
};

export type Exchanges = {
  readonly unchanged: Exchange;
  readonly pointer: Exchange;
  readonly snapshot: Exchange;
};

const NGINX = '/usr/sbin/nginx';
const START_MS = 50;
const STARTS = 100;

/** A bare `node:http` server in a process of its own, which sends what it is told. */
export async function startBare(answers: ToBare, exchanges: Exchanges): Promise<Contestant> {
  const child = fork(new URL('./bare-server.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (told) => resolve(Number(told)));
    child.once('exit', () => reject(new Error('The bare server ended at once')));
    child.send(answers);
  });
  return { name: 'bare', port, pid: child.pid ?? 0, exchanges, stop: () => child.disconnect() };
}

/** nginx with one worker, which sends the same bodies and fields from files; undefined without one. */
export async function startNginx(
  { pointer, snapshot }: ToBare,
  exchanges: Exchanges,
): Promise<Contestant | undefined> {
  if (!existsSync(NGINX)) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'riwaq-nginx-'));
  // The worker may run as another user.
  chmodSync(folder, 0o755);
  const port = await freePort();
  writeFileSync(path.join(folder, 'pointer'), Buffer.from(pointer.body, 'base64'));
  writeFileSync(path.join(folder, 'snapshot'), Buffer.from(snapshot.body, 'base64'));
  mkdirSync(path.join(folder, 'temp'));
  const config = path.join(folder, 'nginx.conf');
  writeFileSync(
    config,
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log crit;
events { worker_connections 512; }
http {
  access_log off; default_type application/json; open_file_cache max=10;
  keepalive_timeout 75; keepalive_requests 1000000000;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/temp/${kind};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    location = /v1/screen { alias ${folder}/pointer; ${addedFields(pointer)} }
    location /v1/snapshots/ { root ${folder}; try_files /snapshot =404; ${addedFields(snapshot)} }
  }
}
`,
  );
  const child = spawn(NGINX, ['-c', config, '-e', path.join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => {
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  const answer = await firstAnswer(origin, exchanges.pointer);
  const worker = workerOf(child.pid ?? 0);
  // It makes entity tags of its own.
  const tag = answer.fields.find(([name]) => name.toLowerCase() === 'etag')?.[1] ?? '';
  const { unchanged } = exchanges;
  const fields = { ...unchanged.fields, 'if-none-match': tag };
  return {
    name: 'nginx',
    port,
    pid: worker,
    exchanges: { ...exchanges, unchanged: { ...unchanged, fields } },
    stop,
  };
}

function addedFields({ fields }: RawAnswer): string {
  const own = new Set(['content-length', 'content-type', 'etag']);
  return fields
    .filter(([name]) => !own.has(name.toLowerCase()))
    .map(([name, value]) => `add_header ${name} "${value}";`)
    .join(' ');
}

async function firstAnswer(origin: string, exchange: Exchange): Promise<RawAnswer> {
  for (let start = 0; start < STARTS; start += 1) {
    const answer = await answerOf(origin, exchange).catch(() => undefined);
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, START_MS));
  }
  throw new Error('nginx does not answer');
}

function workerOf(master: number): number {
  const children = readFileSync(`/proc/${master}/task/${master}/children`, 'utf8').trim();
  return Number(children.split(' ')[0]);
}
