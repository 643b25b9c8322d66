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
