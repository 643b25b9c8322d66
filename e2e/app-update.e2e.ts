import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, type Page } from '@playwright/test';

import { nightlyMinute } from '../src/sync/update-moment.ts';
import { ALFARABI, riyadh, test, type Hall, type Screen } from './hall.ts';
import { liveInSteps } from './live-in-steps.ts';
import { makeBuild } from './make-build.ts';
import { nextWorkerIsRefused } from './next-worker-is-refused.ts';
import type { RiwaqServer } from './server.ts';
import { untilBuildWaits } from './until-build-waits.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** To take over and start again: every file of a build is looked at before. */
const SLOW = { timeout: 20_000 };
const AFTERNOON = riyadh('2026-11-23T14:10:00');

// fault:C07 A release comes in the middle of a lesson
// hallway: nothing until a minute between 1:00 and 5:00, then one reload
// technician: the build in the page’s head; only it and the one before are kept
test('a new build waits for its minute of the night, and is applied without a network', async ({
  hall,
}) => {
  const { server, screen, id, release } = await beginWith(hall, () => ALFARABI);
  const { page } = screen;
  const loads = countLoads(page);

  await release('second');
  await server.kill();
  const night = riyadh('2026-11-24T00:00:00');
  const minute = nightlyMinute(id);
  expect(minute).toBeGreaterThanOrEqual(60);
  expect(minute).toBeLessThan(300);
  const moment = night + minute * MINUTE;
  for (let at = AFTERNOON + 9 * HOUR; at < moment - MINUTE; at += 30 * MINUTE) {
    await screen.jumpTo(at);
  }
  await screen.jumpTo(moment - 1000);
  expect(loads()).toBe(0);
  expect(await buildOf(page)).toBe('first');

  await screen.live(3000);
  await expect.poll(() => buildOf(page), SLOW).toBe('second');
  await screen.live(3000);
  // Night, because the timetable says so.
  await expect(page.locator('.night h1')).toBeVisible();
  await screen.jumpTo(riyadh('2026-11-24T08:20:30'));
  await expect(page.locator('h1')).toHaveText('Period 2');
  expect(loads()).toBe(1);
  expect(await shells(page)).toEqual(['shell-first', 'shell-second']);

  // Only the build before is kept beside a newer one.
  await server.restart();
  await screen.live(5000);
  await release('third');
  await screen.jumpTo(moment + 24 * HOUR + 1000);
  await screen.live(3000);
  await expect.poll(() => buildOf(page), SLOW).toBe('third');
  await screen.live(3000);
  expect(await shells(page)).toEqual(['shell-second', 'shell-third']);
  expect(loads()).toBe(2);
});

// fault:C08 A night school has a bell in the very minute of an update
// hallway: the lesson; the update waits for another night
// technician: nothing to do
test('a new build is not applied within five minutes of a bell', async ({ hall }) => {
  const { screen, id, release } = await beginWith(hall, withWatch);
  const { page } = screen;
  const loads = countLoads(page);
  const minute = nightlyMinute(id);
  await release('second');
  const moment = riyadh('2026-11-24T00:00:00') + minute * MINUTE;
  await screen.jumpTo(moment - 4000);
  await liveInSteps(screen, 68_000);
  await expect(page.locator('h1')).not.toHaveText('Watch');
  expect(loads()).toBe(0);
  await screen.jumpTo(moment + 4 * MINUTE);
  await expect(page.locator('h1')).toHaveText('Watch');
  // A Friday has no bells.
  await screen.jumpTo(riyadh('2026-11-27T00:00:00') + minute * MINUTE + 1000);
  await screen.live(2000);
  await expect.poll(() => buildOf(page), SLOW).toBe('second');
});

// fault:C09 A release comes to a screen that holds no timetable yet
// hallway: the waiting screen
// technician: the build stays until there is a timetable
test('a screen with nothing stored is not given another build', async ({ hall }) => {
  const { screen, id, release } = await beginWith(hall);
  const { page } = screen;
  const loads = countLoads(page);
  await release('second');
  const moment = riyadh('2026-11-24T00:00:00') + nightlyMinute(id) * MINUTE;
  await screen.jumpTo(moment - 4000);
  await liveInSteps(screen, 68_000);
  expect(loads()).toBe(0);
  expect(await buildOf(page)).toBe('first');
});

test('a technician applies a waiting build from the diagnostics', async ({ hall }) => {
  const { screen, release } = await beginWith(hall, () => ALFARABI);
  const { page } = screen;
  await release('second');
  await page.keyboard.press('d');
  await expect(page.locator('.diag')).toContainText('OK: update and reload');
  await page.keyboard.press('Enter');
  await expect.poll(() => buildOf(page), SLOW).toBe('second');
  await screen.live(2000);
  await expect(page.locator('.night')).toBeVisible();
});

// fault:S16 The browser throws files out of a build that waits
// hallway: no change
// technician: nothing to do: they are fetched once more, and the build is applied whole
test('a file that the browser has thrown out of a waiting build is fetched once more', async ({
  hall,
}) => {
  const { screen, release } = await beginWith(hall, () => ALFARABI);
  const { page } = screen;
  await release('second');
  const all = await filesOf(page, 'shell-second');
  await page.evaluate(async () => {
    const cache = await caches.open('shell-second');
    for (const file of (await cache.keys()).slice(-3)) await cache.delete(file);
  });
  expect(await filesOf(page, 'shell-second')).toHaveLength(all.length - 3);
  await page.keyboard.press('d');
  await page.keyboard.press('Enter');
  await expect.poll(() => buildOf(page), SLOW).toBe('second');
  expect(await filesOf(page, 'shell-second')).toEqual(all);
});

// fault:C02 A file of a release is another than its list says (a portal’s page, half an upload)
// hallway: the build before
// technician: the release is taken with the next look after it is whole
test('a build of which one file is another than its list says is not taken', async ({ hall }) => {
  const { server, screen, app } = await beginWith(hall, () => ALFARABI);
  const { page } = screen;
  makeBuild(app, 'second');
  const manifest = path.join(app, 'manifest.webmanifest');
  const sound = readFileSync(manifest);
  // As a portal answers: with a status of 200, and a page of its own.
  writeFileSync(manifest, '<h1>Log in</h1>');
  await server.kill();
  await server.restart();
  const isRefused = nextWorkerIsRefused(page);
  await screen.jumpTo(screen.now() + 7.6 * HOUR);
  expect(await isRefused).toBe(true);
  expect(await filesOf(page, 'shell-second')).not.toContain('/manifest.webmanifest');
  await page.reload();
  expect(await buildOf(page)).toBe('first');

  writeFileSync(manifest, sound);
  await server.kill();
  await server.restart();
  await screen.live(2000);
  await untilBuildWaits(screen);
  expect(await filesOf(page, 'shell-second')).toContain('/manifest.webmanifest');
});

/** The example school, with a bell in the very minute in which this screen does its housework. */
function withWatch(screen: string) {
  const { regular } = ALFARABI.bellSchedules;
  const watch = {
    key: 'watch',
    kind: 'other',
    name: { ar: 'سهر', en: 'Watch' },
    start: `${clock(nightlyMinute(screen) + 3)}:30`,
    end: '06:00',
  };
  return {
    ...ALFARABI,
    bellSchedules: {
      ...ALFARABI.bellSchedules,
      regular: { ...regular, periods: [watch, ...regular.periods] },
    },
  };
}

type Begun = {
  readonly server: RiwaqServer;
  readonly screen: Screen;
  readonly id: string;
  /** Folder of the app that is served. */
  readonly app: string;
  /** Serves another build, and lives until the screen has found it and holds all of its files. */
  readonly release: (name: string) => Promise<void>;
};

async function beginWith(
  hall: Hall,
  schoolFor?: (screen: string) => { readonly id: string },
): Promise<Begun> {
  const app = path.join(hall.folder(), 'app');
  makeBuild(app, 'first');
  const server = await hall.serve({ at: AFTERNOON, app });
  const link = await server.addScreen('alfarabi', { language: 'en' });
  const id = link.split('.')[1] ?? '';
  if (schoolFor) await server.publish(schoolFor(id));
  const screen = await hall.open({ at: AFTERNOON, server });
  await screen.start(server.origin + link);
  await screen.live(2000);
  return {
    server,
    screen,
    id,
    app,
    release: async (name) => {
      makeBuild(app, name);
      await server.kill();
      await server.restart();
      await untilBuildWaits(screen);
    },
  };
}

function buildOf(page: Page): Promise<string | null> {
  return page.locator('meta[name="riwaq-build"]').getAttribute('content');
}

async function shells(page: Page): Promise<readonly string[]> {
  const names = await page.evaluate(() => caches.keys());
  return names.filter((name) => name.startsWith('shell-')).sort();
}

async function filesOf(page: Page, cacheName: string): Promise<readonly string[]> {
  const files = await page.evaluate(async (name) => {
    const cache = await caches.open(name);
    return (await cache.keys()).map(({ url }) => new URL(url).pathname);
  }, cacheName);
  return files.sort();
}

function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('domcontentloaded', () => loads++);
  return () => loads;
}

function clock(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
