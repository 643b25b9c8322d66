import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

import type { StoredScreen } from './store.ts';

/** An answer of the API that tells what is wrong in a sentence. */
export function failure(context: Context, status: ContentfulStatusCode, error: string): Response {
  return context.json({ error }, status);
}

/** That there is no such thing, such as `school "alfarabi"`. */
export function unknown(context: Context, what: string): Response {
  return failure(context, 404, `There is no ${what}`);
}

/** That it is asked too often, and when to ask again. */
export function tooMany(context: Context, what: string, retryAfterMs: number): Response {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  context.header('retry-after', String(seconds));
  return failure(context, 429, `${what}: ask again in ${seconds} s`);
}

/** That a name is that of several screens. */
export function ambiguous(context: Context, screens: readonly StoredScreen[]): Response {
  const ids = screens.map(({ id, school }) => `${id} (${school})`).join(', ');
  return failure(context, 409, `Several screens have this name: say which by its id, ${ids}`);
}
