import { ParseError, parseJson } from './parse.ts';
import type { Credential } from './stored.ts';

/*
 * How a TV becomes a screen without anybody typing on it: RFC 8628, the OAuth 2.0 device
 * authorization grant, in JSON. The TV is the client, the operator the one who signs in elsewhere.
 */

/** Gives a TV its codes. */
export const PAIRINGS_PATH = '/v1/pairings';
/** Where it asks, with its device code, whether somebody has entered the other one. */
export const PAIRING_TOKEN_PATH = '/v1/pairings/token';

/** `pairing/1`: the codes of a TV that is no screen yet. RFC 8628, section 3.2. */
export type PairingDocument = {
  readonly format: 'pairing/1';
  /** 256 random bits, by which the TV asks. Never shown, never logged, never in an address. */
  readonly deviceCode: string;
  /** The nine digits that it shows. */
  readonly userCode: string;
  /** How long both are good for. */
  readonly expiresInSeconds: number;
  /** Least time between two questions. */
  readonly intervalSeconds: number;
};

/** What has become of a pairing; the kinds but the first are the error codes of RFC 8628, section 3.5. */
export type PairingAnswer =
  /** Said once: whoever does not hear it asks for new codes. */
  | { readonly kind: 'paired'; readonly credential: Credential }
  | { readonly kind: 'authorization_pending' }
  /** It asked too early; from now on this is the least time between two questions. */
  | { readonly kind: 'slow_down'; readonly intervalSeconds: number }
  /** The operator has refused this TV. */
  | { readonly kind: 'access_denied' }
  /** The codes have run out or been used, or the endpoint has been restarted: ask for new ones. */
  | { readonly kind: 'expired_token' };

/** The codes in the text of a response. Throws a `ParseError`. */
export function parsePairingDocument(text: string): PairingDocument {
  const fields = fieldsOf(parseJson(text, WHAT), '');
  const { format } = fields;
  if (format !== 'pairing/1') throw wrong('format', 'is not "pairing/1"');
  return {
    format,
    deviceCode: textAt(fields, 'deviceCode', SECRET),
    userCode: textAt(fields, 'userCode', USER_CODE),
    expiresInSeconds: secondsAt(fields, 'expiresInSeconds'),
    intervalSeconds: secondsAt(fields, 'intervalSeconds'),
  };
}

/** What has become of a pairing, in the text of a response. Throws a `ParseError`. */
export function parsePairingAnswer(text: string): PairingAnswer {
  const fields = fieldsOf(parseJson(text, WHAT), '');
  const { kind } = fields;
  switch (kind) {
    case 'authorization_pending':
    case 'access_denied':
    case 'expired_token':
      return { kind };
    case 'slow_down':
      return { kind, intervalSeconds: secondsAt(fields, 'intervalSeconds') };
    case 'paired': {
      const credential = fieldsOf(fields['credential'], 'credential');
      return {
        kind,
        credential: {
          school: textAt(credential, 'school', NAME, 'credential.'),
          screen: textAt(credential, 'screen', NAME, 'credential.'),
          token: textAt(credential, 'token', SECRET, 'credential.'),
        },
      };
    }
    default:
      throw wrong('kind', 'is none that this build knows');
  }
}

type Fields = Readonly<Record<string, unknown>>;

const WHAT = 'pairing';
const SECRET = /^[\w-]{43}$/;
const USER_CODE = /^\d{9}$/;
const NAME = /^[\w-]{1,64}$/;
const LONGEST_SECONDS = 86_400;

// No message shows what it found: it may be a secret, and a wall shows its last error to anybody.
function wrong(path: string, message: string): ParseError {
  return new ParseError(WHAT, [{ path, message }]);
}

function fieldsOf(value: unknown, path: string): Fields {
  if (!isObject(value)) throw wrong(path, 'is not an object');
  return value;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textAt(fields: Fields, key: string, form: RegExp, within = ''): string {
  const value = fields[key];
  if (typeof value === 'string' && form.test(value)) return value;
  throw wrong(within + key, `is not of the form ${form.source}`);
}

function secondsAt(fields: Fields, key: string): number {
  const value = fields[key];
  if (typeof value === 'number' && value >= 1 && value <= LONGEST_SECONDS) return value;
  throw wrong(key, `is not a number from 1 to ${LONGEST_SECONDS}`);
}
