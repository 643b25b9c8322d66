import { expect, test } from 'vitest';

import { makeUserCode, readUserCode } from './user-code.ts';

test('a user code is nine digits, and every digit turns up in every place', () => {
  const codes = Array.from({ length: 2000 }, makeUserCode);
  for (const code of codes) expect(code).toMatch(/^\d{9}$/);
  for (let place = 0; place < 9; place++) {
    expect(new Set(codes.map((code) => code[place])).size).toBe(10);
  }
});

test.each([
  ['048291736', '048291736'],
  ['482 917 361', '482917361'],
  ['482-917-361', '482917361'],
  ['482–917–361', '482917361'],
  [' 482\u00a0917\u202f361\n', '482917361'],
  ['٤٨٢ ٩١٧ ٣٦١', '482917361'],
  ['۴۸۲۹۱۷۳۶۱', '482917361'],
  ['\u200e482917361\u200f', '482917361'],
  ['', undefined],
  ['48291736', undefined],
  ['4829173610', undefined],
  ['48291736l', undefined],
  ['+482917361', undefined],
  ['482917361.0', undefined],
  ['¹82917361', undefined],
])('%o is read as %o', (text, code) => {
  expect(readUserCode(text)).toBe(code);
});
