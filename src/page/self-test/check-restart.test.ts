import { expect, test } from 'vitest';

import { checkRestart } from './check-restart.ts';

const ORIGIN = 'https://hall.example';
const here = (path: string) => ({ name: ORIGIN + path, transferSize: 0 });
const there = (path: string) => ({ name: ORIGIN + path, transferSize: 300 });

test.each([
  [
    'all of it came from this device',
    [here('/#s1'), here('/assets/index-1.js'), here('/assets/index-1.css')],
    { kind: 'ok', remark: 'counted', about: '3' },
  ],
  [
    'the endpoint was asked besides, and the browser looked for a new worker',
    [here('/#s1'), there('/v1/screen'), there('/sw.js'), there('/precache.json')],
    { kind: 'ok', remark: 'counted', about: '1' },
  ],
  [
    'the page itself was asked for, even if it had not changed',
    [there('/'), here('/assets/index-1.js')],
    { kind: 'failed', remark: 'fromNetwork', about: '1' },
  ],
  [
    'two of its files were',
    [here('/#s1'), there('/assets/ar-1.js'), there('/assets/font.woff2')],
    { kind: 'failed', remark: 'fromNetwork', about: '2' },
  ],
  ['the browser does not say', [], { kind: 'failed', remark: 'notInstalled' }],
])('a start is told by what was loaded: %s', (_, loaded, outcome) => {
  expect(checkRestart(loaded, ORIGIN, true)).toEqual(outcome);
});

test('a page that no worker controls has not proved anything', () => {
  expect(checkRestart([here('/')], ORIGIN, false)).toMatchObject({ kind: 'failed' });
});
