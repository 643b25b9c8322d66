import { randomInt } from 'node:crypto';

/**
 * Digits, as RFC 8628, section 6.1, advises where there may be no keyboard of letters: nine of them
 * hold 29.9 bits, plenty for a code of which few are live and few guesses are allowed.
 */
const USER_CODES = 1_000_000_000;
const LENGTH = 9;

/** A new user code, each of the nine-digit ones as likely as any other. */
export function makeUserCode(): string {
  return String(randomInt(USER_CODES)).padStart(LENGTH, '0');
}

/**
 * The nine digits of a user code as a person writes it, `482 917 361`, `482-917-361` or `٤٨٢٩١٧٣٦١`;
 * `undefined` when it is none.
 */
export function readUserCode(text: string): string | undefined {
  const digits = text.replace(SEPARATORS, '').replace(ARABIC_DIGITS, latinDigit);
  return /^\d{9}$/.test(digits) ? digits : undefined;
}

// Marks of direction come along when a code is copied out of an Arabic text.
const SEPARATORS = /[\s\p{Pd}\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Those of Arabic, and those of Persian and Urdu. */
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

function latinDigit(digit: string): string {
  return String(digit.charCodeAt(0) % 16);
}
