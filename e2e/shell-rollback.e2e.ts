import path from 'node:path';

import { expect, type Page } from '@playwright/test';

import { BROKEN_BUILD } from './broken-build.ts';
import { ALFARABI, riyadh, test, type Hall } from './hall.ts';
import { makeBuild, type BuildChanges } from './make-build.ts';
import { untilBuildWaits } from './until-build-waits.ts';

const AFTERNOON = riyadh('2026-11-23T14:10:20');

// fault:C01 A release that cannot paint
// hallway: the build before, after three starts of a minute
// technician: nothing to do on the screens; the next good release is taken
test('a build that cannot paint makes way for the one before, though nobody stands there', async ({
  hall,
}) => {
  const { page, release, screen } = await beginWith(hall);
  await release('broken', BROKEN_BUILD);
  let failures = 0;
  screen.context.on('weberror', () => failures++);
  await page.keyboard.press('d');
  await page.keyboard.press('Enter');
  await expect.poll(() => failures).toBe(1);
  expect(await buildOf(page)).toBe('broken');
  // It is given three starts, each of a minute on the device's own clock.
  await expect.poll(() => buildOf(page), { timeout: 20_000 }).toBe('first');
  expect(failures).toBe(3);
  await expect(page.locator('.night')).toBeVisible();

  // That is for good, and the next good build is taken.
  await page.reload();
  expect(await buildOf(page)).toBe('first');
  await screen.live(2000);
  await release('mended', {});
  await page.keyboard.press('d');
  await page.keyboard.press('Enter');
  await expect.poll(() => buildOf(page)).toBe('mended');
  await screen.live(2000);
  await page.reload();
  expect(await buildOf(page)).toBe('mended');
  await expect(page.locator('.night')).toBeVisible();
});

async function beginWith(hall: Hall) {
  const app = path.join(hall.folder(), 'app');
  makeBuild(app, 'first');
  const server = await hall.serve({ at: AFTERNOON, app });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at: AFTERNOON, server, tolerates: /broken build/ });
  await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
  await screen.live(2000);
  return {
    screen,
    page: screen.page,
    release: async (name: string, changes: BuildChanges) => {
      makeBuild(app, name, changes);
      await server.kill();
      await server.restart();
      await untilBuildWaits(screen);
    },
  };
}

function buildOf(page: Page): Promise<string | null> {
  return page.locator('meta[name="riwaq-build"]').getAttribute('content');
}
