import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';

import { ensureBrowser, launchOptions } from './browser.ts';
import { buildHarness } from './build-harness.ts';
import { type Verdict, writeIndex, writeReport } from './look-report.ts';
import { FAST_EXTRAS, FULL_HD, parseSize, type Size, SIZES, sizeText } from './look-sizes.ts';
import { checkCssFloor } from './look/check-css-floor.ts';
import type { CheckName } from './look/checks.ts';
import type { LookPage } from './look/harness-api.ts';
import { serveFolder } from './static-server.ts';

/*
 * `npm run look [-- parts of names] [--sizes] [--size 1080x1920] [--fast] [--self-test]`: paints every
 * state of the wall in every language, checks each, and leaves the pictures and a page that shows
 * them in `look-results/`. Failures are printed; `test-results/look.json` has everything.
 *   --sizes      on every size of screen, not on Full HD alone
 *   --size       on this one; may be given again
 *   --fast       no pictures; of other sizes a few pages
 *   --self-test  then breaks a page for each check, and expects the check to notice
 */

const BUILT_APP = 'dist/app';
const RESULTS = 'look-results';
const REPORT = 'test-results/look.json';
const PAGES_AT_ONCE = 2;
const MOST_SHOWN = 8;
const START_TIMEOUT_MS = 15_000;

type Harness = { readonly page: Page; readonly failures: string[] };
/** Pages to paint at one size. */
type Round = { readonly size: Size; readonly names: readonly string[] };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fast: { type: 'boolean', default: false },
    sizes: { type: 'boolean', default: false },
    size: { type: 'string', multiple: true, default: [] },
    'self-test': { type: 'boolean', default: false },
  },
});

const began = Date.now();
/** Pages that have the script of axe. */
const havingAxe = new WeakSet<Page>();
const chosenSizes = options.size.map(parseSize);
const folder = mkdtempSync(join(tmpdir(), 'riwaq-look-'));
try {
  await buildHarness(folder);
  const server = await serveFolder(folder);
  const browser = await chromium.launch(launchOptions(ensureBrowser()));
  try {
    const sheets = cssVerdict(folder);
    printFailure(sheets);
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
  const isChosen = (name: string) =>
    positionals.length === 0 || positionals.some((part) => name.includes(part));
  const rounds = roundsOf(pages.map(({ name }) => name)).map(({ size, names }) => ({
    size,
    names: names.filter(isChosen),
  }));
  if (rounds.every(({ names }) => names.length === 0)) {
    throw new RangeError(`No page is named like ${positionals.join(', ')}`);
  }
  // What is there of a state that has gone would be taken for one.
  if (!options.fast && positionals.length === 0) rmSync(RESULTS, { recursive: true, force: true });
  const verdicts: Verdict[] = [];
  for (const round of rounds) verdicts.push(...(await paintRound(browser, address, round)));
  if (options['self-test']) verdicts.push(...(await selfTest(first.page, pages)));
  return verdicts;
}

function roundsOf(names: readonly string[]): readonly Round[] {
  const sizes = chosenSizes.length > 0 ? chosenSizes : options.sizes ? SIZES : [FULL_HD];
  const rounds = sizes.map((size) => ({ size, names }));
  return options.fast ? [...rounds, ...FAST_EXTRAS] : rounds;
}

async function paintRound(
  browser: Browser,
  address: string,
  { size, names }: Round,
): Promise<readonly Verdict[]> {
  const waiting = names.slice();
  const verdicts: Verdict[] = [];
  const from = Date.now();
  await Promise.all(
    Array.from({ length: Math.min(PAGES_AT_ONCE, names.length) }, async () => {
      const harness = await openHarness(browser, address, size);
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        const verdict = await look(harness, name, size);
        printFailure(verdict);
        verdicts.push(verdict);
      }
      await harness.page.context().close();
    }),
  );
  if (names.length > 0) console.log(`${sizeText(size).padEnd(10)}${countOf(verdicts, from)}`);
  return verdicts;
}

async function look({ page, failures }: Harness, name: string, size: Size): Promise<Verdict> {
  await page.evaluate(`look.show(${JSON.stringify(name)})`);
  const text = sizeText(size);
  const picture = `${name}-${text}.png`;
  if (!options.fast) await page.screenshot({ path: join(RESULTS, picture) });
  const axe = await axeFindings(page);
  const found = await page.evaluate<readonly string[]>(
    `inspection.inspect(${JSON.stringify(name)})`,
  );
  // A zone that fails is replaced by an older truth, which no other check would notice.
  const findings = [...new Set([...failures.splice(0), ...axe, ...found])];
  return { name, size: text, ...(!options.fast && { picture }), findings };
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
  // Its script is large, and stays in a page once it is there.
  const axe = new AxeBuilder(havingAxe.has(page) ? { page, axeSource: '0' } : { page });
  havingAxe.add(page);
  const { violations } = await axe
    // What passes is not looked at, and is half of its work.
    .options({ resultTypes: ['violations'] })
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
  const from = Date.now();
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
    printFailure(verdict);
    verdicts.push(verdict);
  }
  console.log(`self-test ${countOf(verdicts, from)}`);
  return verdicts;
}

function printFailure({ name, size, findings }: Verdict): void {
  if (findings.length === 0) return;
  console.log(`FAIL  ${name}${size === undefined ? '' : ` ${size}`}: ${findings.length}`);
  for (const finding of findings.slice(0, MOST_SHOWN)) console.log(`      ${finding}`);
  if (findings.length > MOST_SHOWN) console.log(`      and ${findings.length - MOST_SHOWN} more`);
}

function report(verdicts: readonly Verdict[]): void {
  writeReport(REPORT, verdicts, (Date.now() - began) / 1000);
  if (!options.fast) console.log(`Pictures: ${writeIndex(RESULTS, verdicts)}`);
  console.log(`In all    ${countOf(verdicts, began)}`);
}

/** Such as `118 of 120 pass, 41 s`. */
function countOf(verdicts: readonly Verdict[], from: number): string {
  const passed = verdicts.filter(({ findings }) => findings.length === 0).length;
  return `${passed} of ${verdicts.length} pass, ${Math.round((Date.now() - from) / 1000)} s`;
}
