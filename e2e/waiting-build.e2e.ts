import { renameSync } from 'node:fs';
import path from 'node:path';

import { expect, type Page } from '@playwright/test';

import { nightlyMinute } from '../src/sync/update-moment.ts';
import { ALFARABI, riyadh, test, type Hall, type Screen } from './hall.ts';
import { makeBuild, type BuildChanges } from './make-build.ts';
import { nextWorkerIsRefused } from './next-worker-is-refused.ts';
import type { RiwaqServer } from './server.ts';
import { untilBuildWaits } from './until-build-waits.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const AFTERNOON = riyadh('2026-11-23T14:10:00');
/** A worker that no longer has the part by which it proves that its build is complete. */
const FORGETFUL: BuildChanges = {
  worker: (worker) =>
    `self.addEventListener('message', () => {
       delete self.riwaqPrecache;
       self.importScripts = () => {
         void caches.open('asked-in-vain');
         throw new DOMException('The script failed to load', 'NetworkError');
       };
     });
     ${worker}`,
};

// fault:C06 The browser stops a worker that waits, and the network goes
// hallway: the new build at its minute of the night
// technician: nothing to do
test('a build whose worker was stopped while it waited is applied at its minute, without a network', async ({
  hall,
}) => {
  const { server, screen, minute } = await beginWaiting(hall);
  const { page } = screen;
  await server.kill();
  await stopWaitingWorker(screen);
  await screen.jumpTo(minute - 1000);
  expect(await buildOf(page)).toBe('first');
  await screen.live(3000);
  await expect.poll(() => buildOf(page)).toBe('second');
  await screen.live(3000);
  await expect(page.locator('.night h1')).toBeVisible();
});

// fault:C05 The TV is switched off while a build waits, and on without a network
// hallway: the lesson of now, by the new build
// technician: the new build in the page’s head
test('a build that waits when the TV is switched off is there when it is on again, without a network', async ({
  hall,
}) => {
  const { server, screen, profile } = await beginWaiting(hall);
  await server.kill();
  await screen.quit();

  const { page } = await hall.open({ at: riyadh('2026-11-24T08:20:30'), profile });
  await page.goto(server.origin);
  await expect(page.locator('h1')).toHaveText('Period 2');
  // No page of the build before is open any more: the browser itself lets the new one take over.
  expect(await buildOf(page)).toBe('second');
  // What its worker imported to install itself has outlived the browser with it.
  expect(await activeSaysReady(page)).toBe(true);
});

// fault:C04 A waiting build cannot prove that all of its files are here
// hallway: the build before, by day and by night
// technician: it goes on waiting
test('a waiting build that cannot prove that it is complete goes on waiting', async ({ hall }) => {
  const { screen, minute } = await beginWaiting(hall, FORGETFUL);
  const { page } = screen;
  let loads = 0;
  page.on('domcontentloaded', () => loads++);
  await screen.jumpTo(minute - 1000);
  await screen.live(3000);
  await expect.poll(() => page.evaluate(() => caches.has('asked-in-vain'))).toBe(true);
  await screen.live(3000);
  await expect(page.locator('.night h1')).toBeVisible();
  expect(await buildOf(page)).toBe('first');
  expect(loads).toBe(0);
  await screen.jumpTo(riyadh('2026-11-24T08:20:30'));
  await expect(page.locator('h1')).toHaveText('Period 2');
});

// fault:C03 Two deploys cross while a screen downloads
// hallway: the build before
// technician: nothing of the broken one is kept; the next look takes the whole one
test('a build whose worker meets another deploy as it installs itself is taken later', async ({
  hall,
}) => {
  const { server, screen, app } = await beginWith(hall);
  const { page } = screen;
  makeBuild(app, 'second');
  const part = path.join(app, 'assets/sw-install-second.js');
  // Another deploy has no file of this name.
  renameSync(part, `${part}.later`);
  await server.kill();
  await server.restart();
  const isRefused = nextWorkerIsRefused(page);
  await screen.jumpTo(screen.now() + 7.6 * HOUR);
  expect(await isRefused).toBe(true);
  expect(await page.evaluate(() => caches.has('shell-second'))).toBe(false);

  renameSync(`${part}.later`, part);
  await server.kill();
  await server.restart();
  await screen.live(2000);
  await untilBuildWaits(screen);
});

type Waiting = Begun & {
  /** The minute of the next night in which the build is applied. */
  readonly minute: number;
};

type Begun = {
  readonly server: RiwaqServer;
  readonly screen: Screen;
  readonly id: string;
  /** Folder of the app that is served. */
  readonly app: string;
  /** Folder of the browser's profile. */
  readonly profile: string;
};

/** A wall that has its timetable, and beside its build another that waits. */
async function beginWaiting(hall: Hall, changes?: BuildChanges): Promise<Waiting> {
  const begun = await beginWith(hall);
  const { server, screen, app, id } = begun;
  makeBuild(app, 'second', changes);
  await server.kill();
  await server.restart();
  await untilBuildWaits(screen);
  return { ...begun, minute: riyadh('2026-11-24T00:00:00') + nightlyMinute(id) * MINUTE };
}

async function beginWith(hall: Hall): Promise<Begun> {
  const app = path.join(hall.folder(), 'app');
  makeBuild(app, 'first');
  const server = await hall.serve({ at: AFTERNOON, app });
  await server.publish(ALFARABI);
  const link = await server.addScreen('alfarabi', { language: 'en' });
  const profile = hall.folder();
  const screen = await hall.open({ at: AFTERNOON, server, profile });
  await screen.start(server.origin + link);
  await screen.live(2000);
  return { server, screen, id: link.split('.')[1] ?? '', app, profile };
}

/** Ends the waiting worker as a browser does that needs its memory. */
async function stopWaitingWorker({ page, context }: Screen): Promise<void> {
  const session = await context.newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const isStopped = versions.some(
        ({ status, runningStatus }) => status === 'installed' && runningStatus === 'stopped',
      );
      if (isStopped) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
}

/** What the active worker answers when it is asked whether all of its build's files are here. */
function activeSaysReady(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<unknown>((resolve) => {
      port1.addEventListener('message', ({ data }) => resolve(data.isReady));
    });
    port1.start();
    active?.postMessage({ kind: 'takeOver' }, [port2]);
    return answer;
  });
}

function buildOf(page: Page): Promise<string | null> {
  return page.locator('meta[name="riwaq-build"]').getAttribute('content');
}
