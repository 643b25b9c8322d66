import { expect, test } from 'vitest';

import { hashToken, tokenHashOn } from './token.ts';

const [ONE, OTHER] = ['a'.repeat(43), 'b'.repeat(43)];

test('each request on a connection counts for its own token, whatever came before it', () => {
  const [connection, another] = [{}, {}];
  const fields = [`Bearer ${ONE}`, `Bearer ${ONE}`, `Bearer ${OTHER}`, undefined, 'Basic x'];
  const hashes = [hashToken(ONE), hashToken(ONE), hashToken(OTHER), undefined, undefined];
  for (const place of [connection, another, connection, undefined]) {
    expect(fields.map((field) => tokenHashOn(place, field))).toEqual(hashes);
  }
});
