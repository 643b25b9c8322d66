import type { Context, MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as v from 'valibot';

import { parseWith } from '../src/contract/parse-with.ts';
import type { Problem } from '../src/contract/parse.ts';
import { ParseError, parseJson } from '../src/contract/parse.ts';
import { MOST, SCHOOL_ID } from '../src/contract/school.ts';
import type { Deps } from './deps.ts';
import { matchesEntityTag } from './entity-tag.ts';
import type { LiveSchool } from './live-state.ts';
import { generationOf, settingsOf } from './live-state.ts';
import type { Expectation, Outcome, Publisher } from './publisher.ts';
import { readBody } from './read-body.ts';
import { addScreen, parseNewScreen, removeScreen } from './screen-registry.ts';
import type { StoredScreen } from './store.ts';
import { bearerToken, hashToken } from './token.ts';

const LARGEST_REQUEST_BYTES = 64_000;

const Rollback = v.strictObject({ revision: v.optional(v.string('not a revision')) });

/** Everything but what screens ask: for the operator, with the operator's key; and the two probes. */
export function makeApi(deps: Deps, publisher: Publisher, operatorKey: string): Hono {
  const { store, state } = deps;
  const api = new Hono();

  api.get('/healthz', (context) => context.json({ status: 'ok' }));
  api.get('/readyz', async (context) => {
    const isReady = await store.isReady();
    return context.json({ status: isReady ? 'ready' : 'not ready' }, isReady ? 200 : 503);
  });

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
    const { revision } = parseWith(Rollback, await jsonIn(context), 'rollback');
    const school = context.req.param('school');
    return respond(context, await publisher.rollback(school, revision, expectationOf(context)));
  });

  api.post('/v1/schools/:school/recompile', async (context) =>
    respond(context, await publisher.recompile(context.req.param('school'))),
  );

  api.get('/v1/screens', (context) => context.json({ screens: screenRows(deps) }));

  api.get('/v1/schools/:school/screens', (context) => {
    const school = context.req.param('school');
    if (!state.schools.has(school)) return unknown(context, `school "${school}"`);
    return context.json({ screens: screenRows(deps).filter((screen) => screen.school === school) });
  });

  api.post('/v1/schools/:school/screens', isJson, async (context) => {
    const school = context.req.param('school');
    if (!SCHOOL_ID.test(school)) return unknown(context, `school "${school}"`);
    const settings = parseNewScreen(await jsonIn(context));
    const added = await deps.inTurn(() => addScreen(deps, school, settings));
    return context.json({ ...added, hasPublished: isPublished(deps, school) }, 201);
  });

  api.delete('/v1/screens/:screen', async (context) => {
    const id = context.req.param('screen');
    const isRemoved = await deps.inTurn(() => removeScreen(deps, id));
    return isRemoved ? context.body(null, 204) : unknown(context, `screen "${id}"`);
  });

  api.notFound((context) => failure(context, 404, 'There is nothing at this address'));
  api.onError((error, context) => {
    if (error instanceof ParseError) return refused(context, error.problems);
    if (error instanceof HTTPException) return failure(context, error.status, error.message);
    deps.log.error({ error: error.message, stack: error.stack }, 'request failed');
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

const isJson: MiddlewareHandler = async (context, next) => {
  const [type = ''] = (context.req.header('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() === 'application/json') return next();
  return failure(context, 415, 'Send JSON, with Content-Type: application/json');
};

async function jsonIn(context: Context): Promise<unknown> {
  const bytes = await readBody(context.req.raw, LARGEST_REQUEST_BYTES);
  return parseJson(new TextDecoder().decode(bytes), 'request');
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

function unknown(context: Context, what: string): Response {
  return failure(context, 404, `There is no ${what}`);
}

function failure(context: Context, status: ContentfulStatusCode, error: string): Response {
  return context.json({ error }, status);
}

function schoolRow({ state }: Deps, { id, name, pointer, served }: LiveSchool) {
  const screens = [...state.screens.values()].filter((screen) => isShown(screen, id)).length;
  if (!pointer) return { id, name, screens };
  const { revision, count, publishedAt } = pointer;
  const isDamaged = served?.revision !== revision;
  const generation = generationOf(state, count);
  return { id, name, screens, revision, generation, publishedAt, isDamaged };
}

function isShown(screen: StoredScreen, school: string): boolean {
  return screen.school === school && screen.removedAt === undefined;
}

function screenRows({ state }: Deps) {
  return [...state.screens.values()]
    .filter((screen) => screen.removedAt === undefined)
    .map((screen) => ({ ...settingsOf(screen), addedAt: screen.addedAt }));
}

function isPublished({ state }: Deps, school: string): boolean {
  return state.schools.get(school)?.pointer !== undefined;
}
