import { expect, type Page } from '@playwright/test';

import { diagnosticsSay } from './diagnostics.ts';
import { ALFARABI, riyadh, test, type Hall } from './hall.ts';

// Period 1 ends at 8:00, and period 2 begins at 8:05.
const BEFORE_BELL = riyadh('2026-11-23T07:59:40');
const SECOND = 1000;
const BELLS = { language: 'en', chime: 'bells' };

async function openWall(hall: Hall, settings: object, ...scripts: readonly (() => void)[]) {
  const server = await hall.serve({ at: BEFORE_BELL });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at: BEFORE_BELL, server });
  for (const script of [noteTones, ...scripts]) await screen.page.addInitScript(script);
  await screen.start(server.origin + (await server.addScreen('alfarabi', settings)));
  return screen;
}

/** A browser that gives no sound before a key. This one takes each question of a test for a person's. */
function lockSound(): void {
  let isTouched = false;
  addEventListener('keydown', () => (isTouched = true), true);
  window.AudioContext = class extends AudioContext {
    override resume() {
      return isTouched ? super.resume() : new Promise<void>(() => {});
    }
  };
}

function removeSound(): void {
  Reflect.deleteProperty(window, 'AudioContext');
}

type Noting = Window & { tones?: number[] };

/** Notes when the page makes a tone; the tone is the browser's own. */
function noteTones(): void {
  const noting: Noting = window;
  const tones: number[] = [];
  noting.tones = tones;
  window.AudioContext = class extends AudioContext {
    override createOscillator() {
      tones.push(Date.now());
      const made = super.createOscillator();
      made.addEventListener('ended', () => tones.push(-1));
      return made;
    }
  };
}

/** Instants at which tones were made, and -1 for each that has sounded to its end. */
function tonesOf(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const noting: Noting = window;
    return noting.tones ?? [];
  });
}

test('a screen with a chime rings at the bell, once a key has been pressed', async ({ hall }) => {
  const screen = await openWall(hall, BELLS, lockSound);
  const { page } = screen;
  await screen.live(25 * SECOND);
  await expect(page.locator('h1')).toHaveText('Move to Period 2');
  expect(await tonesOf(page)).toEqual([]);

  await screen.page.keyboard.press('ArrowUp');
  await expect.poll(() => diagnosticsSay(page, 'Chime')).toBe('at the bells of lessons');
  await screen.jumpTo(riyadh('2026-11-23T08:04:50'));
  // That there was another bell before is no reason to ring now.
  await screen.live(5 * SECOND);
  expect(await tonesOf(page)).toEqual([]);
  await screen.live(10 * SECOND);
  await expect(page.locator('h1')).toHaveText('Period 2');
  const [one = 0, other] = await tonesOf(page);
  expect(Math.abs(one - riyadh('2026-11-23T08:05:00'))).toBeLessThan(SECOND);
  expect(other).toBe(one);
  // Both are heard to their end, in the time of the machine.
  await expect.poll(() => tonesOf(page)).toEqual([one, one, -1, -1]);

  // What was slept through is not rung afterwards.
  await screen.jumpTo(riyadh('2026-11-23T08:52:00'));
  await screen.live(2 * SECOND);
  await expect(page.locator('h1')).toHaveText('Move to Period 3');
  expect(await tonesOf(page)).toHaveLength(4);
});

test('a screen whose launcher allows sound needs no key', async ({ hall }) => {
  const screen = await openWall(hall, BELLS);
  await screen.live(25 * SECOND);
  await expect.poll(() => tonesOf(screen.page)).toHaveLength(4);
});

test('a device without sound goes through its bells', async ({ hall }) => {
  const screen = await openWall(hall, BELLS, removeSound);
  const { page } = screen;
  await screen.live(25 * SECOND);
  await expect(page.locator('h1')).toHaveText('Move to Period 2');
  expect(await diagnosticsSay(page, 'Chime')).toBe('no sound on this device');
});

test('a screen without a chime is silent, and does not fetch it', async ({ hall }) => {
  const screen = await openWall(hall, { language: 'en' });
  const { page } = screen;
  const asked: string[] = [];
  screen.context.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await screen.live(25 * SECOND);
  await expect(page.locator('h1')).toHaveText('Move to Period 2');
  expect(await tonesOf(page)).toEqual([]);
  expect(asked.some((url) => url.includes('/assets/wall'))).toBe(true);
  expect(asked.filter((url) => url.includes('/assets/chime'))).toEqual([]);
  expect(await diagnosticsSay(page, 'Chime')).toBe('off');
});
