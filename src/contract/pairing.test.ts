import { expect, test } from 'vitest';

import { parsePairingAnswer, parsePairingDocument } from './pairing.ts';
import { ParseError } from './parse.ts';

const SECRET = 'x'.repeat(43);

const codes = {
  format: 'pairing/1',
  deviceCode: SECRET,
  userCode: '048291736',
  expiresInSeconds: 600,
  intervalSeconds: 2,
};
const paired = {
  kind: 'paired',
  credential: { school: 'alfarabi', screen: 'k3vnq8tb', token: SECRET },
};

test('a TV reads its codes, and ignores what it does not know', () => {
  expect(parsePairingDocument(JSON.stringify({ ...codes, verificationUri: 'x' }))).toEqual(codes);
});

test.each([
  ['[]', ''],
  ['null', ''],
  ['<html>', ''],
  [{ ...codes, format: 'pairing/2' }, 'format'],
  [{ ...codes, deviceCode: `${SECRET}x` }, 'deviceCode'],
  [{ ...codes, deviceCode: undefined }, 'deviceCode'],
  [{ ...codes, userCode: 48_291_736 }, 'userCode'],
  [{ ...codes, userCode: '48291736' }, 'userCode'],
  [{ ...codes, expiresInSeconds: 0 }, 'expiresInSeconds'],
  [{ ...codes, expiresInSeconds: '600' }, 'expiresInSeconds'],
  [{ ...codes, intervalSeconds: 0 }, 'intervalSeconds'],
  [{ ...codes, intervalSeconds: 1e9 }, 'intervalSeconds'],
])('%o is no pairing, and the message says where', (value, path) => {
  expect(problemsOf(() => parsePairingDocument(textOf(value)))).toMatchObject([{ path }]);
});

test.each([
  [{ kind: 'authorization_pending' }],
  [{ kind: 'slow_down', intervalSeconds: 7 }],
  [{ kind: 'access_denied' }],
  [{ kind: 'expired_token' }],
  [paired],
])('%o is an answer to a TV that waits', (answer) => {
  expect(parsePairingAnswer(JSON.stringify({ ...answer, more: 1 }))).toEqual(answer);
});

test.each([
  ['""', ''],
  [{ kind: 'postponed' }, 'kind'],
  [{ error: 'authorization_pending' }, 'kind'],
  [{ kind: 'slow_down' }, 'intervalSeconds'],
  [{ kind: 'paired' }, 'credential'],
  [{ ...paired, credential: { ...paired.credential, token: 'short' } }, 'credential.token'],
  [{ ...paired, credential: { ...paired.credential, school: '' } }, 'credential.school'],
  [{ ...paired, credential: { ...paired.credential, screen: '../x' } }, 'credential.screen'],
])('%o is none', (value, path) => {
  expect(problemsOf(() => parsePairingAnswer(textOf(value)))).toMatchObject([{ path }]);
});

test('no message shows a secret', () => {
  const text = JSON.stringify({ ...codes, deviceCode: `${SECRET}y` });
  expect(() => parsePairingDocument(text)).toThrow(/deviceCode/);
  expect(() => parsePairingDocument(text)).not.toThrow(SECRET);
});

function textOf(value: object | string): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function problemsOf(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    return error instanceof ParseError ? error.problems : error;
  }
}
