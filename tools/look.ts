import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';

import { ensureBrowser, launchOptions } from './browser.ts';
import { buildHarness } from './build-harness.ts';
import { checkCssFloor } from './look/check-css-floor.ts';
import type { CheckName } from './look/checks.ts';
import type { LookPage } from './look/harness-api.ts';
import { serveFolder } from './static-server.ts';

/*
 * `npm run look [-- parts of names] [--fast] [--sizes] [--self-test]`: paints every state of the wall
 * in every language, checks each, and leaves the pictures in `look-results/`.
 *   --fast       no pictures, one size
 *   --sizes      on small and large screens, too
 *   --self-test  then breaks a page for each check, and expects the check to notice
 */

const BUILT_APP = 'dist/app';
const RESULTS = 'look-results';
const REPORT = 'test-results/look.json';
const FULL_HD = { width: 1920, height: 1080 };
const OTHER_SIZES = [
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 3840, height: 2160 },
];
const PAGES_AT_ONCE = 2;
const MOST_SHOWN = 8;
const START_TIMEOUT_MS = 15_000;

type Size = { readonly width: number; readonly height: number };
type Harness = { readonly page: Page; readonly failures: string[] };
type Verdict = { readonly name: string; readonly findings: readonly string[] };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fast: { type: 'boolean', default: false },
    sizes: { type: 'boolean', default: false },
    'self-test': { type: 'boolean', default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'riwaq-look-'));
try {
  await buildHarness(folder);
  const server = await serveFolder(folder);
  const browser = await chromium.launch(launchOptions(ensureBrowser()));
  try {
    const sheets = cssVerdict(folder);
    printVerdict(sheets);
    const verdicts = [sheets, ...(await verdictsOf(browser, `${server.origin}/harness.html`))];
    report(verdicts);
    process.exitCode = verdicts.some(({ findings }) => findings.length > 0) ? 1 : 0;
  } finally {
    await browser.close();
    server.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The harness's style sheets, and those of the app if it is built: the same sources, and more. */
function cssVerdict(root: string): Verdict {
  const sheets = [root, BUILT_APP].flatMap((built) =>
    existsSync(built)
      ? readdirSync(built, { recursive: true, encoding: 'utf8' })
          .filter((path) => path.endsWith('.css'))
          .map((path) => join(built, path))
      : [],
  );
  const findings = sheets.flatMap((sheet) => checkCssFloor(readFileSync(sheet, 'utf8')));
  if (sheets.length === 0) findings.push('there is no style sheet');
  return { name: 'style sheets', findings };
}

async function verdictsOf(browser: Browser, address: string): Promise<readonly Verdict[]> {
  const first = await openHarness(browser, address, FULL_HD);
  const pages = await first.page.evaluate<readonly LookPage[]>('look.pages');
  const isChosen = (name: string) => positionals.some((part) => name.includes(part));
  const chosen = positionals.length > 0 ? pages.filter(({ name }) => isChosen(name)) : pages;
  if (chosen.length === 0) throw new RangeError(`No page is named like ${positionals.join(', ')}`);
  const verdicts: Verdict[] = [];
  for (const size of options.sizes ? [FULL_HD, ...OTHER_SIZES] : [FULL_HD]) {
    const waiting = chosen.slice();
    await Promise.all(
      Array.from({ length: PAGES_AT_ONCE }, async () => {
        const harness = await openHarness(browser, address, size);
        for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
          const verdict = await look(harness, page.name, size);
          printVerdict(verdict);
          verdicts.push(verdict);
        }
        await harness.page.context().close();
      }),
    );
  }
  if (options['self-test']) verdicts.push(...(await selfTest(first.page, chosen)));
  return verdicts;
}

async function look({ page, failures }: Harness, name: string, size: Size): Promise<Verdict> {
  await page.evaluate(`look.show(${JSON.stringify(name)})`);
  const picture = `${name}-${size.width}x${size.height}.png`;
  if (!options.fast) await page.screenshot({ path: join(RESULTS, picture) });
  const axe = await axeFindings(page);
  const found = await page.evaluate<readonly string[]>(
    `inspection.inspect(${JSON.stringify(name)})`,
  );
  // A zone that fails is replaced by an older truth, which no other check would notice.
  const findings = [...failures.splice(0), ...axe, ...found];
  return { name: `${name} ${size.width}×${size.height}`, findings: [...new Set(findings)] };
}

async function openHarness(browser: Browser, address: string, viewport: Size): Promise<Harness> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(`console: ${message.text()}`);
  });
  await page.goto(address);
  await page.addScriptTag({ url: 'inspect.js' });
  // It paints when it has its fonts; a script that fails earlier never does.
  await page.waitForSelector('#wall > *', { timeout: START_TIMEOUT_MS }).catch(() => {
    throw new Error(`The harness paints nothing: ${failures.join('; ')}`);
  });
  return { page, failures };
}

async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Ours is stricter, and faster.
    .disableRules('color-contrast')
    // There are no frames; the other mode opens a page for each result.
    .setLegacyMode()
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `axe: ${help} (${id}, ${nodes[0]?.html.slice(0, 80) ?? ''})`);
}

/** Each check must find something more in a page that is spoilt for it. */
async function selfTest(page: Page, pages: readonly LookPage[]): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const checks = await page.evaluate<readonly CheckName[]>('inspection.checkNames()');
  const good = pages.find(({ name }) => name.startsWith('in-')) ?? pages[0];
  for (const check of checks) {
    await page.reload();
    await page.addScriptTag({ url: 'inspect.js' });
    await page.waitForSelector('#wall > *');
    const args = `${JSON.stringify(check)}, ${JSON.stringify(good?.name)}`;
    const found = await page.evaluate<readonly string[]>(`inspection.inspectBroken(${args})`);
    const findings = found.length > 0 ? [] : ['it does not notice a page that is broken for it'];
    const verdict = { name: `self-test of ${check}`, findings };
    printVerdict(verdict);
    verdicts.push(verdict);
  }
  return verdicts;
}

function printVerdict({ name, findings }: Verdict): void {
  if (findings.length === 0) {
    console.log(`ok    ${name}`);
    return;
  }
  console.log(`FAIL  ${name}: ${findings.length}`);
  for (const finding of findings.slice(0, MOST_SHOWN)) console.log(`      ${finding}`);
  if (findings.length > MOST_SHOWN) console.log(`      and ${findings.length - MOST_SHOWN} more`);
}

function report(verdicts: readonly Verdict[]): void {
  const failed = verdicts.filter(({ findings }) => findings.length > 0);
  mkdirSync(dirname(REPORT), { recursive: true });
  writeFileSync(REPORT, JSON.stringify({ passed: verdicts.length - failed.length, failed }));
  if (!options.fast) console.log(`Pictures: ${RESULTS}/`);
  console.log(`${verdicts.length - failed.length} of ${verdicts.length} pass`);
}
