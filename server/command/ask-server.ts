import { readFileSync } from 'node:fs';

import * as v from 'valibot';

import { ParseError } from '../../src/contract/parse.ts';
import { operatorKeyFile } from '../operator-key.ts';
import type { ServerOptions } from './server-options.ts';

/** The server cannot be asked: it is not there, or something else is. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** The server has refused, and says why. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

type Question = {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly body?: Uint8Array<ArrayBuffer> | string;
  readonly ifMatch?: string | undefined;
};

const TIMEOUT_MS = 60_000;

const Problems = v.object({
  problems: v.array(v.object({ path: v.string(), message: v.string() })),
});
const Failure = v.object({ error: v.string() });

/**
 * The server's answer to one question, as `schema` describes it. Rejects with an `UnreachableError`,
 * with a `ParseError` when the server finds fault with a document, and else with a `RefusedError`.
 */
export async function askServer<const Schema extends v.GenericSchema>(
  options: ServerOptions,
  path: string,
  schema: Schema,
  question: Question = {},
): Promise<v.InferOutput<Schema>> {
  const response = await send(options, path, question);
  const text = await response.text();
  const value = text === '' ? undefined : jsonIn(text);
  if (response.ok) {
    const answer = v.safeParse(schema, value);
    if (answer.success) return answer.output;
  }
  const problems = v.safeParse(Problems, value);
  if (problems.success) throw new ParseError('what was sent', problems.output.problems);
  const failure = v.safeParse(Failure, value);
  if (failure.success) throw new RefusedError(`${options.server} refuses: ${failure.output.error}`);
  throw new UnreachableError(
    `Cannot understand ${options.server} (status ${response.status}): is it a Riwaq server?`,
  );
}

async function send(
  options: ServerOptions,
  path: string,
  { method = 'GET', body, ifMatch }: Question,
): Promise<Response> {
  const url = new URL(path, options.server);
  const headers = {
    authorization: `Bearer ${operatorKey(options)}`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
  };
  try {
    return await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      // The key goes to the server that was named, and to no other.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    const message = `Cannot reach ${options.server}: ${reasonOf(error)}; start it with "riwaq serve", or name another with --server`;
    throw new UnreachableError(message, { cause: error });
  }
}

function operatorKey({ keyFile, dataDir }: ServerOptions): string {
  const fromEnvironment = process.env['RIWAQ_KEY'];
  if (keyFile === undefined && fromEnvironment) return fromEnvironment;
  const file = keyFile ?? operatorKeyFile(dataDir);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const message = `Cannot read the operator key from ${file}: set RIWAQ_KEY, or name its file with --key-file`;
    throw new Error(message, { cause: error });
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page, or another program's; whoever asks says so.
    return undefined;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up now',
  EHOSTUNREACH: 'no way leads there',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} s`;
  const cause = error.cause instanceof Error ? error.cause : error;
  return REASONS['code' in cause ? String(cause.code) : ''] ?? cause.message;
}
