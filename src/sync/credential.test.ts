import { expect, test } from 'vitest';

import { addressOf, parseAddress } from './credential.ts';

const TOKEN = 'k7Jt0yJm1xk2b9l3Qw_5-ZcVbNmAsDfGhJkLpOiUyTr';

test('a link brings the school, the screen and its secret', () => {
  expect(parseAddress(`#al-farabi.hb4k2m9x.${TOKEN}`)).toEqual({
    kind: 'link',
    credential: { school: 'al-farabi', screen: 'hb4k2m9x', token: TOKEN },
  });
});

test('an address without a secret names a screen that this device knows', () => {
  expect(parseAddress('#hb4k2m9x')).toEqual({ kind: 'screen', screen: 'hb4k2m9x' });
  expect(parseAddress(addressOf('hb4k2m9x'))).toEqual({ kind: 'screen', screen: 'hb4k2m9x' });
});

test.each(['', '#', '#a.b', `#al-farabi.hb4k2m9x.short`, `#Al Farabi.x.${TOKEN}`, '#<script>'])(
  'the address %j opens the last screen',
  (hash) => {
    expect(parseAddress(hash)).toEqual({ kind: 'last' });
  },
);
