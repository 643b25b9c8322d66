import { hash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new 256-bit secret, for a screen or an operator. */
export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/**
 * What is stored of a token. A plain hash is enough, as nobody can guess 256 random bits; and
 * looking a hash up takes the same time whatever the token is.
 */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url');
}

/** The token in an `Authorization` field, if it is a bearer token. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
}

type Known = { readonly authorization: string | undefined; readonly hash: string | undefined };

const known = new WeakMap<object, Known>();

/**
 * The hash of the bearer token in a request's `Authorization` field. A screen sends the same one for
 * hours on its connection: it is worked out for the first request and whenever the field differs.
 */
export function tokenHashOn(
  connection: object | undefined,
  authorization: string | undefined,
): string | undefined {
  const before = connection && known.get(connection);
  if (before && before.authorization === authorization) return before.hash;
  const token = bearerToken(authorization);
  const hashed = token === undefined ? undefined : hashToken(token);
  if (connection) known.set(connection, { authorization, hash: hashed });
  return hashed;
}
