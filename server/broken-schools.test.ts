import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { ParseError } from '../src/contract/parse.ts';
import { readSchool } from '../src/school/read-school.ts';
import { makeLog } from './log.ts';
import type { Running } from './start.ts';
import { start } from './start.ts';

const CORPUS = new URL('../src/school/broken/', import.meta.url);
const dataFolder = mkdtempSync(path.join(tmpdir(), 'riwaq-broken-'));
let running: Running;

beforeAll(async () => {
  running = await start({
    host: '127.0.0.1',
    port: 0,
    dataFolder,
    appFolder: mkdtempSync(path.join(tmpdir(), 'riwaq-no-app-')),
    clock: () => 1_795_390_200_000,
    log: makeLog({ write: () => {} }),
  });
  expect((await put(bytesOf('substitution-without-a-lesson.json'))).status).toBe(200);
});

afterAll(async () => {
  await running.stop();
});

const refused = readdirSync(CORPUS).filter((file) => problemsOf(file).length > 0);

test.each(refused)('publishing %s tells every problem and changes nothing', async (file) => {
  const before = await history();
  const answer = await put(bytesOf(file));
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ problems: problemsOf(file) });
  expect(await history()).toEqual(before);
});

test('the corpus has not shrunk', () => {
  expect(refused.length).toBeGreaterThan(30);
});

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(file, CORPUS)));
}

function problemsOf(file: string): ParseError['problems'] {
  try {
    readSchool(bytesOf(file));
    return [];
  } catch (error) {
    if (error instanceof ParseError) return error.problems;
    throw error;
  }
}

function authorization(): string {
  return `Bearer ${readFileSync(path.join(dataFolder, 'operator.key'), 'utf8').trim()}`;
}

function put(body: Uint8Array<ArrayBuffer>): Promise<Response> {
  const headers = { authorization: authorization(), 'content-type': 'application/json' };
  return fetch(new URL('/v1/schools/oak', running.origin), { method: 'PUT', headers, body });
}

async function history(): Promise<unknown> {
  const headers = { authorization: authorization() };
  const answer = await fetch(new URL('/v1/schools/oak/history', running.origin), { headers });
  return answer.json();
}
