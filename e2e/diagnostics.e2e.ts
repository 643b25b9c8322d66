import { expect } from '@playwright/test';

import { diagnosticsSay } from './diagnostics.ts';
import { ALFARABI, riyadh, test } from './hall.ts';
import { liveInSteps } from './live-in-steps.ts';
import { readQr } from './read-qr.ts';

const MORNING = riyadh('2026-11-23T07:20:20');
const SECOND = 1000;

test('the remote opens the diagnostics over a wall that goes on', async ({ hall }) => {
  const server = await hall.serve({ at: MORNING });
  const { revision } = await server.publish(ALFARABI);
  const screen = await hall.open({ at: MORNING, server });
  const { page } = screen;
  await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
  const overlay = page.locator('.diag');

  await page.keyboard.press('d');
  await expect(overlay).toContainText('Test hall');
  await expect(overlay).toContainText(revision.slice(0, 6));
  await expect(overlay).not.toContainText(revision);
  await expect(overlay.locator('h3')).toHaveText([
    'Plan',
    'Clock',
    'Storage',
    'Network',
    'App',
    'Display',
  ]);
  await expect(overlay).toContainText('Last answer2026-11-23 07:20');
  await expect(overlay).toContainText('Trustedyes');
  await expect(overlay).toContainText('Holds251 days, through 2027-07-31');
  await page.keyboard.press('Escape');
  await expect(overlay).toHaveCount(0);

  // OK, held for three seconds; a short press does nothing.
  await page.keyboard.down('Enter');
  await screen.live(SECOND);
  await page.keyboard.up('Enter');
  await screen.live(3 * SECOND);
  await expect(overlay).toHaveCount(0);
  await page.keyboard.down('Enter');
  await screen.live(3 * SECOND);
  await page.keyboard.up('Enter');
  await expect(overlay).toBeVisible();
  const openedAt = screen.now();

  await expect(page.locator('.clock')).toHaveText('7:20');
  await liveInSteps(screen, 40 * SECOND);
  await expect(page.locator('.clock')).toHaveText('7:21');
  await expect(overlay).toContainText(/Closes in (19|20|21) s/);
  await screen.jumpTo(openedAt + 61 * SECOND);
  await screen.live(SECOND);
  await expect(overlay).toHaveCount(0);
  await expect(page.locator('h1')).toHaveText('Period 1');
});

test('a phone reads the diagnostics from the screen, with no network at all', async ({ hall }) => {
  const server = await hall.serve({ at: MORNING });
  const { revision, generation } = await server.publish(ALFARABI);
  const screen = await hall.open({ at: MORNING, server });
  const { page } = screen;
  const link = await server.addScreen('alfarabi', { name: 'ممر الصف الثامن' });
  await screen.start(server.origin + link);
  // Without a worker, this part of the app is fetched when it is first wanted.
  await diagnosticsSay(page, 'Holds');
  await server.kill();
  const [, , id = '', token = ''] = /#(.+)\.(.+)\.(.+)$/.exec(link) ?? [];
  expect(token).toHaveLength(43);

  await page.keyboard.press('d');
  await page.locator('.diag .qr svg').waitFor();
  const text = await readQr(page.locator('.diag .qr'));
  const lines = text.split('\n');
  expect(lines.slice(0, 3)).toEqual([
    'Riwaq 2026-11-23 07:20:00',
    `ممر الصف الثامن, alfarabi, ${id}`,
    `Plan ${revision.slice(0, 6)} ${generation}`,
  ]);
  expect(lines).toContain('Holds 251 days, through 2027-07-31');
  expect(text).toContain(new URL(page.url()).host);
  expect(text).not.toContain(token);
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(900);
});

for (const [name, keyCode] of [
  ['red', 403],
  ['information', 457],
] as const) {
  test(`the ${name} key of a remote opens the diagnostics`, async ({ hall }) => {
    const server = await hall.serve({ at: MORNING });
    await server.publish(ALFARABI);
    const screen = await hall.open({ at: MORNING, server });
    const { page } = screen;
    await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
    // As LG and Samsung send it; no keyboard has it.
    await page.evaluate((code) => {
      const event = new KeyboardEvent('keydown', { keyCode: code });
      dispatchEvent(event);
    }, keyCode);
    await expect(page.locator('.diag')).toBeVisible();
  });
}
