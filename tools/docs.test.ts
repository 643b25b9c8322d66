import { existsSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { parsePairingDocument } from '../src/contract/pairing.ts';
import { parseScreenDocument } from '../src/contract/screen.ts';
import { readSchool } from '../src/school/read-school.ts';

const ROOT = new URL('../', import.meta.url);
const PAGES = ['README.md', 'docs/contract.md', 'docs/operations.md'];

function textOf(page: string): string {
  return readFileSync(new URL(page, ROOT), 'utf8');
}

/** The JSON documents that a page shows whole. */
function documentsIn(page: string): readonly string[] {
  return [...textOf(page).matchAll(/```json\n(\{[^]*?)```/g)].map(([, json = '']) => json);
}

test('the smallest document of the contract can be published without a warning', () => {
  const [smallest = ''] = documentsIn('docs/contract.md').filter((json) =>
    json.includes('"school/1"'),
  );
  expect(readSchool(new TextEncoder().encode(smallest)).warnings).toEqual([]);
});

test('a screen reads the screen document that the contract shows', () => {
  const [document = ''] = documentsIn('docs/contract.md').filter((json) =>
    json.includes('"screen/1"'),
  );
  expect(parseScreenDocument(document).screen.school).toBe('alfarabi');
});

test('a TV reads the codes that the contract shows', () => {
  const [document = ''] = documentsIn('docs/contract.md').filter((json) =>
    json.includes('"pairing/1"'),
  );
  expect(parsePairingDocument(document).userCode).toHaveLength(9);
});

test.each(PAGES)('%s leads only to files that are there', (page) => {
  const links = [...textOf(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
    ([, link = '']) => link,
  );
  expect(links.filter((link) => !existsSync(new URL(link, new URL(page, ROOT))))).toEqual([]);
});

test.each(PAGES)('%s names only files that are there', (page) => {
  const paths = [
    ...textOf(page).matchAll(/`((?:src|server|tools|bench|e2e|docs|examples|bin)\/[\w./-]*)`/g),
  ].map(([, path = '']) => path);
  expect(paths.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
});

test.each(PAGES)('every heading that %s refers to is there', (page) => {
  const text = textOf(page);
  const headings = new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title)),
  );
  const anchors = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
  expect(anchors.filter((anchor) => !headings.has(anchor))).toEqual([]);
});

/** As forges make them. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

test('the README names every dependency', () => {
  const { dependencies, devDependencies } = JSON.parse(textOf('package.json'));
  const packages = Object.keys({ ...dependencies, ...devDependencies });
  const table = textOf('README.md').split('## Dependencies')[1] ?? '';
  expect(packages.filter((name) => !table.includes(`\`${name}\``))).toEqual([
    // Types only.
    '@types/node',
  ]);
});
