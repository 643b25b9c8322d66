import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { ICONS } from './icon.tsx';

test('every icon has its symbol in the page, and every symbol is an icon', () => {
  const page = readFileSync(new URL('icons.svg', import.meta.url), 'utf8');
  const symbols = Array.from(page.matchAll(/<symbol id="icon-(\w+)"/g), ([, name]) => name);
  expect(symbols).toEqual(ICONS);
});
