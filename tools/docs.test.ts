import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { PARTS } from '../server/kiosk/kiosk-files.ts';
import { parsePairingDocument } from '../src/contract/pairing.ts';
import { parseScreenDocument } from '../src/contract/screen.ts';
import { readSchool } from '../src/school/read-school.ts';

const ROOT = new URL('../', import.meta.url);
const GUIDES = readdirSync(new URL('docs/install/', ROOT)).map((name) => `docs/install/${name}`);
const PAGES = ['README.md', 'docs/contract.md', 'docs/operations.md', 'docs/faults.md', ...GUIDES];

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
  const links = [...textOf(page).matchAll(/\]\(([^)#:]*)#([^)]+)\)/g)];
  const missing = links.filter(
    ([, to = '', anchor = '']) => !anchorsOf(to === '' ? page : pageAt(to, page)).has(anchor),
  );
  expect(missing.map(([link]) => link)).toEqual([]);
});

test('the index of the install guides leads to each of them, and so does the README', () => {
  for (const guide of GUIDES.filter((page) => !page.endsWith('README.md'))) {
    expect(textOf('docs/install/README.md')).toContain(`(${guide.replace('docs/install/', '')})`);
    expect(textOf('README.md')).toContain(`(${guide})`);
  }
});

test('the guides name only parts that the command prints', () => {
  const named = GUIDES.flatMap((page) => [...textOf(page).matchAll(/--print ([\w-]+)/g)]);
  expect(named.length).toBeGreaterThan(0);
  for (const [, part = ''] of named) expect(PARTS).toContain(part);
});

/** The path from the root of a page that another refers to. */
function pageAt(link: string, from: string): string {
  return new URL(link, new URL(from, ROOT)).href.slice(ROOT.href.length);
}

function anchorsOf(page: string): ReadonlySet<string> {
  const headings = textOf(page).matchAll(/^#+ (.+)$/gm);
  return new Set([...headings].map(([, title = '']) => anchorOf(title)));
}

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
    '@types/ws',
  ]);
});
