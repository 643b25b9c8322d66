import { expect, type Page } from '@playwright/test';

import { ALFARABI, riyadh, test, type Hall, type Screen } from './hall.ts';
import { msUntil, untilCode } from './pairing-screen.ts';
import { riwaqCommand } from './riwaq-command.ts';

const MORNING = riyadh('2026-11-23T07:20:20');
const SECOND = 1000;
const LONGEST_MS = 5 * 60_000;

test('a screen that was just paired is looked at by itself, until it is safe to leave', async ({
  hall,
}) => {
  const server = await hall.serve({ at: MORNING });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at: MORNING, server });
  const { page } = screen;
  await screen.load(`${server.origin}/`);
  const named = ['--school', 'alfarabi', '--name', 'Hall', '--language', 'en'];
  await riwaqCommand(server, 'screen', 'pair', await untilCode(screen), ...named);
  const wall = page.getByRole('heading', { name: 'Period 1' });
  await msUntil(screen, () => wall.isVisible());

  // The wall is seen first; then the page is loaded anew, once, in the middle of the test.
  await expect(page.locator('.self-test')).toHaveCount(0);
  let loads = 0;
  page.on('load', () => loads++);
  await untilVerdict(screen, 'corners');
  expect(loads).toBe(1);
  await expect(page.locator('.edge')).toHaveCount(4);
  expect(await marksOf(page)).toEqual([...Array.from({ length: 8 }, () => 'ok'), 'waits']);
  await expect(step(page, 'files')).toContainText(/Files checked: \d\d/);
  await expect(step(page, 'restart')).toContainText(/Files over the network: 0 of \d+/);
  await expect(step(page, 'coverage')).toContainText('Until 2027-07-31');
  await page.keyboard.press('Enter');
  await expect(page.locator('.verdict.safe')).toContainText('Safe to leave');
  await expect(page.locator('.verdict.safe')).toContainText('يمكنك المغادرة');
  expect(loads).toBe(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('.self-test')).toHaveCount(0);
  await expect(wall).toBeVisible();

  // What it has promised.
  await server.kill();
  await page.reload();
  await screen.live(2 * SECOND);
  await expect(wall).toBeVisible();
  await expect(page.locator('.self-test')).toHaveCount(0);
});

// fault:N29 A screen is left at a place without a working network
// hallway: the wall goes on behind the check
// technician: “not yet”, and “No answer: check the network”, before anybody leaves
test('without a server a screen starts all the same, and is not safe to leave', async ({
  hall,
}) => {
  const { screen, page, server } = await begun(hall);
  await server.kill();
  await callSelfTest(page);
  await untilVerdict(screen, 'failed');
  await expect(step(page, 'restart')).toHaveClass('ok');
  await expect(step(page, 'storage')).toHaveClass('ok');
  await expect(step(page, 'poll')).toHaveClass('failed');
  await expect(step(page, 'poll')).toContainText('No answer: check the network');
  await expect(page.locator('.verdict')).toContainText('ليس بعد');

  // Once more, with a server.
  await server.restart();
  await page.keyboard.press('0');
  await untilVerdict(screen, 'corners');

  // With nobody there it makes way for the wall.
  await screen.live(125 * SECOND, 5 * SECOND);
  await expect(page.locator('.self-test')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Period 1' })).toBeVisible();
});

// fault:S15 A file of the stored app is damaged on the device
// hallway: the wall goes on behind the check
// technician: “Missing or damaged: 1” before anybody leaves
test('a file that is damaged on the device is found', async ({ hall }) => {
  const { screen, page } = await begun(hall);
  const damaged = await page.evaluate(async () => {
    const names = await caches.keys();
    const cache = await caches.open(names.find((name) => name.startsWith('shell-')) ?? '');
    const font = (await cache.keys()).find(({ url }) => url.endsWith('.woff2'));
    await cache.put(font ?? '/', new Response('half of it'));
    return font !== undefined;
  });
  expect(damaged).toBe(true);
  await callSelfTest(page);
  await untilVerdict(screen, 'failed');
  await expect(step(page, 'files')).toHaveClass('failed');
  await expect(step(page, 'files')).toContainText('Missing or damaged: 1');
});

// fault:T19 A screen is put up a few days before the timetable ends
// hallway: the wall goes on behind the check
// technician: “It ends on …” before anybody leaves
test('a timetable that is about to end is told of, and Back ends the test', async ({ hall }) => {
  const { screen, page } = await begun(hall, riyadh('2027-07-20T07:20:20'));
  await callSelfTest(page);
  await untilVerdict(screen, 'failed');
  await expect(step(page, 'coverage')).toContainText('It ends on 2027-07-31');
  await page.keyboard.press('Escape');
  await expect(page.locator('.self-test')).toHaveCount(0);
});

test('over plain http a screen is told to work as long as its page stays open', async ({
  hall,
}) => {
  const server = await hall.serve({ at: MORNING });
  await server.publish(ALFARABI);
  const screen = await hall.open({
    at: MORNING,
    server,
    args: ['--host-resolver-rules=MAP hall.test 127.0.0.1'],
    tolerates: /^The Cross-Origin-Opener-Policy header has been ignored/,
  });
  const origin = server.origin.replace('127.0.0.1', 'hall.test');
  await screen.start(origin + (await server.addScreen('alfarabi', { language: 'en' })));
  const { page } = screen;
  await callSelfTest(page);
  await page.keyboard.press('Enter');
  await untilVerdict(screen, 'limited');
  await expect(page.locator('.verdict')).toContainText('Works as long as this page stays open');
  await expect(step(page, 'restart')).toContainText('Not over plain http');
  await expect(step(page, 'storage')).toHaveClass('ok');
  await expect(step(page, 'corners')).toHaveClass('ok');
});

async function begun(hall: Hall, at = MORNING) {
  const server = await hall.serve({ at });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at, server });
  const address = server.origin + (await server.addScreen('alfarabi', { language: 'en' }));
  await screen.load(address);
  await screen.live(8 * SECOND);
  return { server, screen, page: screen.page };
}

async function callSelfTest(page: Page): Promise<void> {
  await page.keyboard.press('d');
  await expect(page.locator('.diag')).toContainText('0: self-test');
  await page.keyboard.press('0');
  await expect(page.locator('.self-test')).toBeVisible();
}

/** Lives on until the self-test has come to this end, for at most five minutes. */
async function untilVerdict(screen: Screen, verdict: string): Promise<void> {
  const { page, now, live } = screen;
  for (const end = now() + LONGEST_MS; now() < end;) {
    if (await page.locator(`.verdict.${verdict}`).isVisible()) return;
    await live(SECOND);
  }
  throw new Error(`It ends otherwise: ${await page.locator('body').innerText()}`);
}

function step(page: Page, name: string) {
  return page.locator(`[data-step=${name}]`);
}

function marksOf(page: Page): Promise<readonly string[]> {
  return page.locator('[data-step]').evaluateAll((steps) => steps.map((one) => one.className));
}
