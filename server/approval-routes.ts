import type { Context, Hono } from 'hono';

import type { Deps } from './deps.ts';
import { ambiguous, failure, tooMany, unknown } from './failure.ts';
import { isJson, jsonIn } from './json-request.ts';
import { hasPublished } from './live-state.ts';
import type { Paired } from './pair-screen.ts';
import { denyPairing, pairScreen, parseApproval, parseDenial } from './pair-screen.ts';
import type { NotFound, Pairings } from './pairings.ts';

const LARGEST_REQUEST_BYTES = 64_000;
const READ_AGAIN = 'use the one that is on the TV now';

/** What the operator decides about a TV that shows a code. `api` lets nobody else come so far. */
export function addApprovalRoutes(api: Hono, deps: Deps, pairings: Pairings): void {
  api.post('/v1/pairings/approve', isJson, async (context) => {
    const approval = parseApproval(await jsonIn(context, LARGEST_REQUEST_BYTES));
    const paired = await deps.inTurn(() => pairScreen(deps, pairings, approval));
    return respond(deps, context, paired);
  });

  api.post('/v1/pairings/deny', isJson, async (context) => {
    const code = parseDenial(await jsonIn(context, LARGEST_REQUEST_BYTES));
    const found = await deps.inTurn(async () => denyPairing(deps, pairings, code));
    return found.kind === 'found' ? context.body(null, 204) : respondToCode(context, found);
  });
}

function respond({ state }: Deps, context: Context, paired: Paired): Response {
  switch (paired.kind) {
    case 'paired': {
      const { screen, isNew } = paired;
      const answer = { screen, hasPublished: hasPublished(state, screen.school) };
      return context.json(answer, isNew ? 201 : 200);
    }
    case 'noScreen':
      return unknown(context, `screen "${paired.asked}"`);
    case 'severalScreens':
      return ambiguous(context, paired.screens);
    case 'nameTaken': {
      const { school, name, id } = paired.screen;
      const error = `${school} has a screen "${name}" already, ${id}: replace it, or choose another name`;
      return failure(context, 409, error);
    }
    case 'unknown':
    case 'expired':
    case 'used':
    case 'barred':
      return respondToCode(context, paired);
  }
}

function respondToCode(context: Context, found: NotFound): Response {
  switch (found.kind) {
    case 'unknown':
      return failure(context, 404, `No TV shows this code: ${READ_AGAIN}`);
    case 'expired':
      return failure(context, 404, `This code has run out: ${READ_AGAIN}`);
    case 'used':
      return failure(context, 409, `This code has been used: ${READ_AGAIN}`);
    case 'barred':
      return tooMany(context, 'Too many wrong codes', found.retryAfterMs);
  }
}
