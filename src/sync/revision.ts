const NAME_BYTES = 16;

/**
 * The name of a text's contents: the first 128 bits of the SHA-256 of its UTF-8 bytes, base64url.
 * The platform's own hash where it has one; a page on plain http has none, and brings its own.
 */
export type RevisionOf = (text: string) => Promise<string>;

/** By the platform's hash, which every service worker has. */
export const subtleRevisionOf: RevisionOf = async (text) => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return revisionFrom(new Uint8Array(hash));
};

/** The name that a SHA-256 gives. */
export function revisionFrom(hash: Uint8Array): string {
  return btoa(String.fromCharCode(...hash.subarray(0, NAME_BYTES)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
