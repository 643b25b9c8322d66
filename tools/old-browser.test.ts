import { readFileSync } from 'node:fs';

import { transform } from 'esbuild';
import { expect, test } from 'vitest';

const SCRIPT = readFileSync('public/old-browser.js', 'utf8');

async function written(script: string, target: string): Promise<string> {
  return (await transform(script, { target, supported: {} })).code;
}

test('what an old browser is told is written in a syntax that it understands', async () => {
  // Whatever is newer would be written in another way for that target, or refused.
  expect(await written(SCRIPT, 'es5')).toBe(await written(SCRIPT, 'esnext'));
  const newer = SCRIPT.replace('found[2] : navigator', 'found?.[2] : navigator');
  expect(newer).not.toBe(SCRIPT);
  expect(await written(newer, 'es5')).not.toBe(await written(newer, 'esnext'));
});
