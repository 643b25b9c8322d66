import { createHash } from 'node:crypto';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { sha256 } from './sha256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const expected = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const digest = (text: string) => hex(sha256(new TextEncoder().encode(text)));

test('the two examples of the standard', () => {
  expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(digest('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

test('a message of any length around the blocks has the same hash as in Node', () => {
  for (let length = 0; length <= 260; length++) {
    const message = Uint8Array.from({ length }, (_, at) => (at * 131 + length) % 256);
    expect(hex(sha256(message))).toBe(expected(message));
  }
});

// fault:C24 Over plain http the browser offers no hashes
// hallway: no change
// technician: the app’s own SHA-256 is that of the platform
test('any message has the same hash as in Node', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), (message) => {
      expect(hex(sha256(message))).toBe(expected(message));
    }),
    runs(),
  );
});

test('a message of the largest size has the same hash as in Node', () => {
  const message = Uint8Array.from({ length: 2_000_000 }, (_, at) => (at * 7919) % 251);
  expect(hex(sha256(message))).toBe(expected(message));
});
