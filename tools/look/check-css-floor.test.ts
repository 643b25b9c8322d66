import { expect, test } from 'vitest';

import { checkCssFloor } from './check-css-floor.ts';

test('a style sheet that the oldest engine knows has no findings', () => {
  const css = `
    :root { --line: 2px }
    @media (orientation: landscape) and (max-aspect-ratio: 16/9) { html { font-size: 1vw } }
    .board { display: grid; grid-template-rows: auto minmax(0, 1fr); grid-gap: 1rem; gap: 1rem }
    [dir='rtl'] .next { margin-right: 1rem; min-width: calc(1rem + 2px) }
    .meta { display: flex } /* .a:has(b) { inset: 0 } */
  `;
  expect(checkCssFloor(css)).toEqual([]);
});

test.each([
  '@container (width > 1px) { a { color: red } }',
  '@layer base { a { color: red } }',
  'a { & b { color: red } }',
  'a:has(b) { color: red }',
  ':is(a, b) { color: red }',
  'a:where(.b) { color: red }',
  'a:lang(ar, he) { color: red }',
  'a:dir(rtl) { color: red }',
  'a{color:red;aspect-ratio:1}',
  'a{inset:0}',
  'a{width:clamp(1px,2px,3px)}',
  'a{width:max(1px,2px)}',
  'a{width:calc(1px + min(1px,2px))}',
  'a{margin-inline-start:1px}',
  'a{inline-size:1px}',
  'a{text-align:inline-start}',
  'a{height:100dvh}',
  'a{backdrop-filter:blur(1px)}',
  'a{color:color-mix(in srgb,red,blue)}',
  'a{overflow:clip}',
  'a{display:grid;gap:1px}',
  'a{display:flex;grid-gap:1px;gap:1px}',
])('the oldest engine does not know %s', (css) => {
  expect(checkCssFloor(css)).toHaveLength(1);
});
