import { expect, type Page } from '@playwright/test';

import { ALFARABI, riyadh, test, type Hall } from './hall.ts';
import { untilAsked } from './live-in-steps.ts';
import { untilCode } from './pairing-screen.ts';

const MORNING = riyadh('2026-11-23T07:20:20');
const SECOND = 1000;

/** A screen without a worker, so that the parts of its app come from the network. */
async function openByHttp(hall: Hall) {
  const server = await hall.serve({ at: MORNING });
  await server.publish(ALFARABI);
  const { origin } = await hall.front(server);
  const screen = await hall.open({
    at: MORNING,
    server,
    args: ['--host-resolver-rules=MAP hall.test 127.0.0.1'],
    tolerates: /^The Cross-Origin-Opener-Policy header has been ignored/,
  });
  return { server, screen, origin: origin.replace('127.0.0.1', 'hall.test') };
}

/** Lets a file of the app not come when it is first asked for; what was asked for fills the list. */
async function loseOnce(page: Page, name: string): Promise<readonly string[]> {
  const asked: string[] = [];
  await page.route(`**/assets/${name}-*`, (route) => {
    asked.push(new URL(route.request().url()).search);
    return asked.length === 1 ? route.abort() : route.continue();
  });
  return asked;
}

// fault:N23 The words of a language do not arrive
// hallway: the wall in its language a little later
// technician: the file is asked for a second time, under an address that no cache knows
test('words that do not come are asked for again, under another address', async ({ hall }) => {
  const { server, screen, origin } = await openByHttp(hall);
  const asked = await loseOnce(screen.page, 'en');
  await screen.start(origin + (await server.addScreen('alfarabi', { language: 'en' })));
  await expect(screen.page.locator('h1')).toHaveText('Period 1');
  expect(asked).toEqual(['', '?1']);
});

// fault:N24 A school changes its language while the network fails
// hallway: the wall in the language it had, then in the new one
// technician: the file is asked for again after ten seconds
test('a wall keeps its language until the words of another are here', async ({ hall }) => {
  const { server, screen, origin } = await openByHttp(hall);
  const { page } = screen;
  const asked = await loseOnce(page, 'en');
  await screen.start(origin + (await server.addScreen('alfarabi')));
  await expect(page.locator('h1')).toHaveText('الحصة الأولى');
  expect(asked).toEqual([]);

  await server.publish({ ...ALFARABI, languages: ['en', 'ar'] });
  await untilAsked(screen);
  await screen.live(SECOND);
  expect(asked).toEqual(['']);
  await expect(page.locator('h1')).toHaveText('الحصة الأولى');
  await screen.live(11 * SECOND);
  await expect(page.locator('h1')).toHaveText('Period 1');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

// fault:N25 The diagnostics cannot be loaded
// hallway: the wall goes on
// technician: a sentence that says so, and the diagnostics as soon as they are here
test('diagnostics that do not come are said not to, and open as soon as they are here', async ({
  hall,
}) => {
  const { server, screen, origin } = await openByHttp(hall);
  const { page } = screen;
  const asked = await loseOnce(page, 'diagnostics-overlay');
  await screen.start(origin + (await server.addScreen('alfarabi', { language: 'en' })));
  await page.keyboard.press('d');
  await expect(page.locator('.diag')).toHaveText('This part of the app cannot be loaded.');
  await screen.live(11 * SECOND);
  await expect(page.locator('.diag h3').first()).toHaveText('Plan');
  expect(asked).toEqual(['', '?1']);
  await expect(page.locator('h1')).toHaveText('Period 1');
});

// fault:N26 The pairing screen cannot be loaded
// hallway: the school colours, then the digits
// technician: the file is asked for again by itself
test('a pairing screen that does not come is asked for again, and shows its code then', async ({
  hall,
}) => {
  const { screen, origin } = await openByHttp(hall);
  const asked = await loseOnce(screen.page, 'pairing-overlay');
  await screen.load(origin);
  await screen.live(2 * SECOND);
  await expect(screen.page.locator('.boot')).toBeVisible();
  await screen.live(11 * SECOND);
  await untilCode(screen);
  expect(asked).toEqual(['', '?1']);
});
