import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { expect } from '@playwright/test';

import { buildHarness } from '../../tools/build-harness.ts';
import { SIZES, sizeText } from '../../tools/look-sizes.ts';
import { test, type TvHall } from './tv-test.ts';
import type { Tv } from './tv.ts';

const STATES_TIMEOUT_MS = 15 * 60_000;
const FEWEST_STATES = 100;
/** Stands for engines that set text wider; where an old engine paints itself, it is one of them. */
const FOR_OLD_ENGINES = 'slack';
/** Checks of `npm run look` that let time pass; all others look at one painting. */
const OF_TIME = ['layout shift', 'repaint', 'pixel shift'];
const PICTURES = 'test-results/e2e-tv/pictures';

test('every state of the wall fits, in Arabic and English', async ({ hall, engine }, testInfo) => {
  testInfo.setTimeout(STATES_TIMEOUT_MS);
  const { tv, names } = await openStates(hall);

  // First as a TV has it, without what the checks bring along.
  for (const name of names) await show(tv, name);
  expect(await tv.problems()).toEqual([]);

  const findings = await findingsOf(tv, names, (check) => !OF_TIME.includes(check));
  const isAsked = process.env['TV_PICTURES'] !== undefined;
  for (const name of names) {
    if (!isAsked && findings[name] === undefined) continue;
    const folder = path.join(PICTURES, engine.name);
    mkdirSync(folder, { recursive: true });
    await show(tv, name);
    await tv.screenshot(path.join(folder, `${name}.png`));
  }
  expect(findings).toEqual({});
});

test('every state of the wall fits on every size of screen', async ({ hall }, testInfo) => {
  testInfo.setTimeout(SIZES.length * STATES_TIMEOUT_MS);
  const { tv, names } = await openStates(hall);
  const findings: Record<string, readonly string[]> = {};
  for (const size of SIZES) {
    await tv.resize?.(size);
    expect(await tv.evaluate('[innerWidth, innerHeight]')).toEqual([size.width, size.height]);
    const isOfSize = (check: string) => !OF_TIME.includes(check) && check !== FOR_OLD_ENGINES;
    const found = await findingsOf(tv, names, isOfSize);
    for (const [name, own] of Object.entries(found)) findings[`${name} ${sizeText(size)}`] = own;
  }
  expect(findings).toEqual({});
});

test('nothing moves while only the time changes', async ({ hall }, testInfo) => {
  testInfo.setTimeout(STATES_TIMEOUT_MS);
  const { tv, names } = await openStates(hall);
  const findings = await findingsOf(tv, names, (check) => OF_TIME.includes(check));
  expect(findings).toEqual({});
});

/** Opens the page that can show every state of the wall, with the checks of `npm run look`. */
async function openStates(hall: TvHall): Promise<{ tv: Tv; names: readonly string[] }> {
  const origin = await hall.serve(buildHarness);
  const tv = await hall.switchOn(hall.folder());
  await tv.open(`${origin}/harness.html`);
  await expect.poll(() => tv.evaluate(`!!document.querySelector('#wall > *')`)).toBe(true);
  await tv.evaluate(LOAD_CHECKS);
  const names = await listFrom(tv, 'look.pages.map((page) => page.name)');
  expect(names.length).toBeGreaterThan(FEWEST_STATES);
  return { tv, names };
}

/** What the chosen checks find, by the name of the state. */
async function findingsOf(
  tv: Tv,
  names: readonly string[],
  isChosen: (check: string) => boolean,
): Promise<Record<string, readonly string[]>> {
  const checks = (await listFrom(tv, 'inspection.checkNames()')).filter(isChosen);
  const findings: Record<string, readonly string[]> = {};
  for (const name of names) {
    const inspect = `inspection.inspect(${JSON.stringify(name)}, ${JSON.stringify(checks)})`;
    const found = await listFrom(tv, inspect);
    // Old engines and WebKit place what is in grids within grids by up to 7 px elsewhere when
    // something near it changes for the first time. What happens only once is not meant.
    const stays = found.length > 0 ? await listFrom(tv, inspect) : [];
    if (stays.length > 0) findings[name] = stays;
  }
  return findings;
}

async function show(tv: Tv, name: string): Promise<void> {
  await tv.evaluate(`look.show(${JSON.stringify(name)})`);
}

async function listFrom(tv: Tv, expression: string): Promise<readonly string[]> {
  return JSON.parse(String(await tv.evaluate(`JSON.stringify(${expression})`)));
}

const LOAD_CHECKS = `new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.onload = () => resolve(true);
  script.onerror = () => reject(new Error('The checks cannot be loaded'));
  script.src = 'inspect.js';
  document.head.appendChild(script);
})`;
