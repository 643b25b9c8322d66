import type { Context, MiddlewareHandler } from 'hono';

import { parseJson } from '../src/contract/parse.ts';
import { failure } from './failure.ts';
import { readBody } from './read-body.ts';

/** Lets pass what says that it is JSON: what a page of another site can send unasked does not. */
export const isJson: MiddlewareHandler = async (context, next) => {
  const [type = ''] = (context.req.header('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() === 'application/json') return next();
  return failure(context, 415, 'Send JSON, with Content-Type: application/json');
};

/** The JSON value that a request brings. Rejects with the answer 413, or with a `ParseError`. */
export async function jsonIn(context: Context, mostBytes: number): Promise<unknown> {
  const bytes = await readBody(context.req.raw, mostBytes);
  return parseJson(new TextDecoder().decode(bytes), 'request');
}
