import { configure } from 'safe-stable-stringify';

/**
 * A value as canonical JSON (RFC 8785), so that equal contents are equal text. Throws an `Error`
 * when there is a number in it that JSON cannot write.
 */
export const canonicalJson = configure({ strict: true });
