import { expect, test } from 'vitest';

import { preferredCoding } from './content-coding.ts';

test.each([
  ['br, gzip', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['gzip;q=0.8, br;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.2 , gzip ;q=0.2', 'br'],
  ['gzip;q=0.001', 'gzip'],
  ['identity, br;q=0.5', 'identity'],
  ['identity;q=0.5, *;q=0.9', 'br'],
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['deflate', 'identity'],
  ['', 'identity'],
  ['br;q=high', 'identity'],
  ['br;q=2', 'identity'],
  [undefined, 'identity'],
  ['identity;q=0, deflate', undefined],
  ['*;q=0', undefined],
  ['gzip, *;q=0', 'gzip'],
])('a screen that accepts %o gets %s', (acceptEncoding, coding) => {
  expect(preferredCoding(acceptEncoding)).toBe(coding);
});
