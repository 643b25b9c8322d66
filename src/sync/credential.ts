import type { Credential } from '../contract/stored.ts';

/** What the address of a wall says: a link with its secret, a screen that is known, or nothing. */
export type Address =
  | { readonly kind: 'link'; readonly credential: Credential }
  | { readonly kind: 'screen'; readonly screen: string }
  /** The screen that was opened last. */
  | { readonly kind: 'last' };

const LINK = /^#([a-z0-9][a-z0-9-]{1,39})\.([\w-]{1,64})\.([\w-]{20,200})$/;
const SCREEN = /^#([\w-]{1,64})$/;

/**
 * Reads the fragment of an address, `#<school>.<screen>.<secret>` or `#<screen>`. A fragment never
 * leaves the browser, so that no server and no log sees the secret.
 */
export function parseAddress(hash: string): Address {
  const [, school, screen, token] = LINK.exec(hash) ?? [];
  if (school !== undefined && screen !== undefined && token !== undefined) {
    return { kind: 'link', credential: { school, screen, token } };
  }
  const [, known] = SCREEN.exec(hash) ?? [];
  return known === undefined ? { kind: 'last' } : { kind: 'screen', screen: known };
}

/** The fragment that names a screen without its secret. */
export function addressOf(screen: string): string {
  return `#${screen}`;
}
