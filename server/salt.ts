import { randomBytes } from 'node:crypto';

const SALT_BYTES = 16;

/** 128 random bits for a new school: nobody can guess the revision of what contains them. */
export function makeSalt(): string {
  return randomBytes(SALT_BYTES).toString('base64url');
}
