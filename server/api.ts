import type { Context, MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';

import { parseWith } from '../src/contract/parse-with.ts';
import type { Problem } from '../src/contract/parse.ts';
import { ParseError } from '../src/contract/parse.ts';
import { MOST, SCHOOL_ID } from '../src/contract/school.ts';
import { addApprovalRoutes } from './approval-routes.ts';
import type { Deps } from './deps.ts';
import { matchesEntityTag } from './entity-tag.ts';
import { ambiguous, failure, unknown } from './failure.ts';
import { isJson, jsonIn } from './json-request.ts';
import type { LiveSchool } from './live-state.ts';
import { generationOf, hasPublished, settingsOf } from './live-state.ts';
import { addPairingRoutes } from './pairing-routes.ts';
import type { Pairings } from './pairings.ts';
import type { Expectation, Outcome, Publisher } from './publisher.ts';
import { readBody } from './read-body.ts';
import { renewGenerations } from './renew-generations.ts';
import {
  addScreen,
  findScreens,
  parseNewScreen,
  removeScreen,
  unpairScreen,
} from './screen-registry.ts';
import { storageTrouble } from './storage-trouble.ts';
import { bearerToken, hashToken } from './token.ts';

const LARGEST_REQUEST_BYTES = 64_000;

const Rollback = v.strictObject({ revision: v.optional(v.string('not a revision')) });

export type Access = {
  readonly operatorKey: string;
  /** Field in which a proxy in front tells who came to it; absent: no such field is believed. */
  readonly addressHeader?: string | undefined;
};

/**
 * Everything but what screens ask: for the operator, with the operator's key; for TVs that want to
 * become screens; and the two probes.
 */
export function makeApi(
  deps: Deps,
  publisher: Publisher,
  pairings: Pairings,
  { operatorKey, addressHeader }: Access,
): Hono {
  const { store, state, clock } = deps;
  const api = new Hono();

  api.get('/healthz', (context) => context.json({ status: 'ok' }));
  api.get('/readyz', async (context) => {
    const isReady = await store.isReady();
    return context.json({ status: isReady ? 'ready' : 'not ready' }, isReady ? 200 : 503);
  });

  addPairingRoutes(api, pairings, clock, addressHeader);

  api.use('/v1/*', authorized(operatorKey), async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });

  api.get('/v1/schools', (context) => {
    const schools = [...state.schools.values()].map((school) => schoolRow(deps, school));
    return context.json({ schools });
  });

  api.put('/v1/schools/:school', isJson, async (context) => {
    const bytes = await readBody(context.req.raw, MOST.documentBytes);
    const school = context.req.param('school');
    return respond(context, await publisher.publish(school, bytes, expectationOf(context)));
  });

  api.get('/v1/schools/:school/history', async (context) => {
    const school = state.schools.get(context.req.param('school'));
    if (!school) return unknown(context, `school "${context.req.param('school')}"`);
    const publications = await store.readHistory(school.id);
    const history = publications.map(({ count, revision, publishedAt, kind }) => ({
      generation: generationOf(state, count),
      revision,
      publishedAt,
      kind,
      isCurrent: count === school.pointer?.count,
    }));
    return context.json({ school: school.id, history });
  });

  api.post('/v1/schools/:school/rollback', isJson, async (context) => {
    const { revision } = parseWith(Rollback, await bodyOf(context), 'rollback');
    const school = context.req.param('school');
    return respond(context, await publisher.rollback(school, revision, expectationOf(context)));
  });

  api.post('/v1/schools/:school/recompile', async (context) =>
    respond(context, await publisher.recompile(context.req.param('school'))),
  );

  api.post('/v1/restored', async (context) => {
    await deps.inTurn(() => renewGenerations(deps));
    const schools = [...state.schools.values()].map((school) => schoolRow(deps, school));
    return context.json({ schools });
  });

  api.get('/v1/screens', (context) => context.json({ screens: screenRows(deps) }));

  api.get('/v1/schools/:school/screens', (context) => {
    const school = context.req.param('school');
    if (!state.schools.has(school)) return unknown(context, `school "${school}"`);
    return context.json({ screens: screenRows(deps).filter((screen) => screen.school === school) });
  });

  api.post('/v1/schools/:school/screens', isJson, async (context) => {
    const school = context.req.param('school');
    if (!SCHOOL_ID.test(school)) return unknown(context, `school "${school}"`);
    const settings = parseNewScreen(await bodyOf(context));
    const added = await deps.inTurn(() => addScreen(deps, school, settings));
    return context.json({ ...added, hasPublished: hasPublished(state, school) }, 201);
  });

  api.delete('/v1/screens/:screen', async (context) => {
    const id = context.req.param('screen');
    const isRemoved = await deps.inTurn(() => removeScreen(deps, id));
    return isRemoved ? context.body(null, 204) : unknown(context, `screen "${id}"`);
  });

  api.delete('/v1/screens/:screen/token', async (context) => {
    const asked = context.req.param('screen');
    return deps.inTurn(async () => {
      const screens = findScreens(state, asked);
      const [screen, ...others] = screens;
      if (!screen) return unknown(context, `screen "${asked}"`);
      if (others.length > 0) return ambiguous(context, screens);
      await unpairScreen(deps, screen);
      return context.body(null, 204);
    });
  });

  addApprovalRoutes(api, deps, pairings);

  api.notFound((context) => failure(context, 404, 'There is nothing at this address'));
  api.onError((error, context) => {
    if (error instanceof ParseError) return refused(context, error.problems);
    if (error instanceof HTTPException) return failure(context, error.status, error.message);
    deps.log.error({ error: error.message, stack: error.stack }, 'request failed');
    const trouble = storageTrouble(error);
    if (trouble) return failure(context, trouble.status, `Nothing was changed. ${trouble.text}`);
    return failure(context, 500, 'The server failed; its log says why');
  });
  return api;
}

function authorized(operatorKey: string): MiddlewareHandler {
  // Hashes are compared, so that the time it takes says nothing about the key.
  const expected = hashToken(operatorKey);
  return async (context, next) => {
    const key = bearerToken(context.req.header('authorization'));
    if (key !== undefined && hashToken(key) === expected) return next();
    context.header('www-authenticate', 'Bearer');
    return failure(context, 401, 'This needs the operator key');
  };
}

function bodyOf(context: Context): Promise<unknown> {
  return jsonIn(context, LARGEST_REQUEST_BYTES);
}

function expectationOf(context: Context): Expectation | undefined {
  const field = context.req.header('if-match');
  return field === undefined ? undefined : (names) => matchesEntityTag(field, names);
}

function respond(context: Context, outcome: Outcome): Response {
  switch (outcome.kind) {
    case 'published': {
      const { revision, generation, isNew, warnings } = outcome;
      return context.json({ revision, generation, isNew, warnings });
    }
    case 'moved': {
      const { kind: _, ...current } = outcome;
      return context.json({ error: 'Another publication came between', ...current }, 409);
    }
    case 'refused':
      return refused(context, outcome.problems);
    case 'unknown':
      return unknown(context, outcome.what);
  }
}

function refused(context: Context, problems: readonly Problem[]): Response {
  return context.json({ error: 'The document is not valid', problems }, 422);
}

function schoolRow({ state }: Deps, { id, name, pointer, served }: LiveSchool) {
  const all = [...(state.screensOf.get(id) ?? [])].map((screen) => state.screens.get(screen));
  const screens = all.filter((screen) => screen && screen.removedAt === undefined).length;
  if (!pointer) return { id, name, screens };
  const { revision, count, publishedAt } = pointer;
  const isDamaged = served?.revision !== revision;
  const generation = generationOf(state, count);
  return { id, name, screens, revision, generation, publishedAt, isDamaged };
}

function screenRows({ state }: Deps) {
  return [...state.screens.values()]
    .filter((screen) => screen.removedAt === undefined)
    .map((screen) => ({
      ...settingsOf(screen),
      addedAt: screen.addedAt,
      isPaired: screen.tokenHash !== undefined,
    }));
}
