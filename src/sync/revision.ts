import { sha256 } from './sha256.ts';

const NAME_BYTES = 16;

/**
 * The name of a text's contents: the first 128 bits of the SHA-256 of its UTF-8 bytes, base64url.
 *
 * Not by `crypto.subtle`: a page on plain http has none, and one path is tested more than two.
 */
export function revisionOf(text: string): string {
  const bytes = sha256(new TextEncoder().encode(text)).subarray(0, NAME_BYTES);
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
