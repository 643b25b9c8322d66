import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, type Page } from '@playwright/test';

import { ALFARABI, riyadh, test, type Screen } from './hall.ts';
import { untilAsked } from './live-in-steps.ts';
import { makeBuild } from './make-build.ts';

const MORNING = riyadh('2026-11-23T07:20:20');
const LATER = riyadh('2026-11-23T08:20:20');

// fault:S01 The browser deletes the database under a running wall
// hallway: no change
// technician: nothing to do: it is filled again with the next slot, and carries the next start
// without a network
test(
  'a database that is deleted under a running wall is filled again',
  { tag: '@worker' },
  async ({ hall }) => {
    const server = await hall.serve({ at: MORNING });
    await server.publish(ALFARABI);
    const profile = hall.folder();
    const screen = await hall.open({ at: MORNING, profile, server });
    await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
    const { page } = screen;

    await deleteDatabase(page);
    expect(await storedGenerations(page)).toBe(0);
    await screen.live(1000);
    await expect(page.locator('h1')).toHaveText('Period 1');
    await untilAsked(screen);
    await expect.poll(() => storedGenerations(page)).toBeGreaterThan(0);
    await screen.quit();
    await server.kill();

    const cold = await hall.open({ at: LATER, profile });
    await cold.start(server.origin);
    await expect(cold.page.locator('h1')).toHaveText('Period 2');
  },
);

// fault:S02 Database, second copy and the worker’s memory are lost at once
// hallway: no change
// technician: nothing to do: the page hands over what it shows, without any network
test(
  'what the page shows is stored again when the worker and both copies have lost it',
  { tag: '@worker' },
  async ({ hall }) => {
    const server = await hall.serve({ at: MORNING });
    await server.publish(ALFARABI);
    const profile = hall.folder();
    const screen = await hall.open({ at: MORNING, profile, server });
    await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
    const { page } = screen;
    await server.kill();

    await stopWorkers(screen);
    await deleteDatabase(page);
    await page.evaluate(() => caches.delete('riwaq-second-copy'));
    await untilAsked(screen);
    await expect(page.locator('h1')).toHaveText('Period 1');
    await expect.poll(() => storedGenerations(page)).toBeGreaterThan(0);
    await screen.quit();

    const cold = await hall.open({ at: LATER, profile });
    await cold.start(server.origin);
    await expect(cold.page.locator('h1')).toHaveText('Period 2');
  },
);

for (const [what, damage] of [
  ['had its database deleted', (folder: string) => rmSync(folder, { recursive: true })],
  ['had its database overwritten', overwrite],
] as const) {
  // fault:S03 The database is deleted while the TV is off
  // hallway: the lesson of now, without a network, from the second copy
  // technician: nothing to do: what was stored anew carries the next start alone
  // fault:S04 The files of the database are overwritten while the TV is off
  // hallway: the lesson of now, without a network, from the second copy
  // technician: nothing to do, as before
  test(
    `a TV that ${what} while it was off starts from its second copy, and heals`,
    { tag: '@worker' },
    async ({ hall }) => {
      // Without its database a screen knows of no later time than that of its build.
      const app = path.join(hall.folder(), 'app');
      makeBuild(app, 'summer', { builtAt: '2026-08-01T00:00:00Z' });
      const server = await hall.serve({ at: MORNING, app });
      await server.publish(ALFARABI);
      const profile = hall.folder();
      const first = await hall.open({ at: MORNING, profile, server });
      await first.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
      await first.quit();
      await server.kill();

      damage(databaseFolder(profile));
      const second = await hall.open({ at: LATER, profile });
      await second.start(server.origin);
      await expect(second.page.locator('h1')).toHaveText('Period 2');
      await untilAsked(second);
      // The other way round: what was stored anew carries the next start alone.
      await second.page.evaluate(() => caches.delete('riwaq-second-copy'));
      await second.quit();

      const third = await hall.open({ at: LATER, profile });
      await third.start(server.origin);
      await expect(third.page.locator('h1')).toHaveText('Period 2');
    },
  );
}

function databaseFolder(profile: string): string {
  const folder = path.join(profile, 'Default', 'IndexedDB');
  const [database] = readdirSync(folder).filter((name) => name.endsWith('.leveldb'));
  if (database === undefined) throw new Error(`No database in ${folder}`);
  return path.join(folder, database);
}

function overwrite(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name !== 'LOCK') writeFileSync(file, Buffer.alloc(statSync(file).size, 0xa5));
  }
}

function deleteDatabase(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('riwaq');
        request.addEventListener('success', () => resolve());
        request.addEventListener('error', () => reject(request.error));
      }),
  );
}

/** How many generations the database holds; reading it does not create it. */
function storedGenerations(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('riwaq')) return 0;
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('riwaq');
      opening.addEventListener('error', () => reject(opening.error));
      opening.addEventListener('success', () => {
        const database = opening.result;
        const count = database.transaction('generations').objectStore('generations').count();
        count.addEventListener('success', () => {
          database.close();
          resolve(count.result);
        });
      });
    });
  });
}

async function stopWorkers({ context, page }: Screen): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
}
