import { expect, test } from 'vitest';

import { clientAddress } from './client-address.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
  ['2001:DB8:0:0001::5', '2001:db8:0:1'],
  ['2001:db8::5', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0'],
  ['1:2:3:4:5:6:192.0.2.33', '1:2:3:4'],
  ['::1', '0:0:0:0'],
  ['::', '0:0:0:0'],
  ['1::', '1:0:0:0'],
  [undefined, ''],
])('a connection from %s counts for %s', (remote, address) => {
  expect(clientAddress(remote)).toBe(address);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  // What stands before the last one may be the client's own invention.
  ['10.0.0.1, 192.0.2.7', '192.0.2.7'],
  ['192.0.2.7,2001:db8::5', '2001:db8:0:0'],
  ['', '127.0.0.1'],
  ['unknown', '127.0.0.1'],
  ['192.0.2.7, ', '127.0.0.1'],
  ['192.0.2.7:4711', '127.0.0.1'],
])('one that its proxy says is of %o counts for %s', (forwarded, address) => {
  expect(clientAddress('127.0.0.1', forwarded)).toBe(address);
});
