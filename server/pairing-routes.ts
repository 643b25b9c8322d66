import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import * as v from 'valibot';

import { PAIRINGS_PATH, PAIRING_TOKEN_PATH } from '../src/contract/pairing.ts';
import { parseWith } from '../src/contract/parse-with.ts';
import { clientAddress } from './client-address.ts';
import type { Clock } from './clock.ts';
import { failure, tooMany } from './failure.ts';
import { isJson, jsonIn } from './json-request.ts';
import type { Pairings } from './pairings.ts';

const LARGEST_REQUEST_BYTES = 1000;

// Of what a newer app may tell besides, nothing is needed.
const Wish = v.object({});
const Question = v.object({ deviceCode: v.string('not a text') });

/**
 * What a TV asks that is no screen yet; it has no key. Nothing is built for it, and no database is
 * asked. `addressHeader` is the field in which a proxy tells who came to it, if one is trusted.
 */
export function addPairingRoutes(
  api: Hono,
  pairings: Pairings,
  clock: Clock,
  addressHeader: string | undefined,
): void {
  api.on('POST', [PAIRINGS_PATH], isNotKept, isJson, async (context) => {
    parseWith(Wish, await jsonIn(context, LARGEST_REQUEST_BYTES), 'pairing');
    const opened = pairings.open(addressOf(context, addressHeader), clock());
    if (opened.kind === 'opened') return context.json(opened.document);
    return tooMany(context, 'Too many TVs wait to be paired', opened.retryAfterMs);
  });

  api.on('POST', [PAIRING_TOKEN_PATH], isNotKept, isJson, async (context) => {
    const body = await jsonIn(context, LARGEST_REQUEST_BYTES);
    const { deviceCode } = parseWith(Question, body, 'pairing');
    return context.json(pairings.poll(deviceCode, clock()));
  });

  for (const path of [PAIRINGS_PATH, PAIRING_TOKEN_PATH]) {
    api.all(path, isNotKept, (context) => {
      context.header('allow', 'POST');
      return failure(context, 405, `This address answers POST, not ${context.req.method}`);
    });
  }
}

const isNotKept: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('cache-control', 'no-store');
};

function addressOf(context: Context, header: string | undefined): string {
  const forwarded = header === undefined ? undefined : context.req.header(header);
  return clientAddress(getConnInfo(context).remote.address, forwarded);
}
