import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { expect, type Page } from '@playwright/test';

import { begin } from './begin.ts';
import { ALFARABI, riyadh, test } from './hall.ts';
import { IN_HOURS_MS, liveUntil, slotsOf } from './slots.ts';

const AT = riyadh('2026-11-23T07:20:00');
const MINUTE = 60_000;

// fault:P18 The server has lost its database
// hallway: no change but the words “Not paired”
// technician: a new link, or the digits, pair it again
test('a screen that the endpoint no longer knows keeps its wall, says so and goes on asking', async ({
  hall,
}) => {
  const { server, screen, phase } = await begin(hall, { at: AT });
  const { page, asked, now, live } = screen;
  await server.kill();
  for (const name of readdirSync(server.dataFolder)) {
    if (name !== 'clock') rmSync(path.join(server.dataFolder, name), { recursive: true });
  }
  await server.restart();
  await server.publish(ALFARABI);
  const before = asked.length;

  await liveUntil(screen, phase, now() + 5 * MINUTE);
  await expect(page.locator('h1')).toHaveText('Period 1');
  await expect(page.locator('.row .sub')).toHaveText('Science');
  await expect(page.getByRole('status')).toHaveText('Not paired');
  const slots = slotsOf(asked.slice(before), phase, IN_HOURS_MS);
  expect(slots).toEqual(slots.map((_, index) => (slots[0] ?? NaN) + index));
  expect(slots).toHaveLength(5);

  // Somebody opens a new link on it.
  const link = await server.addScreen('alfarabi', { language: 'en', classes: ['1/2'] });
  const reloaded = page.waitForEvent('load');
  await page.goto(new URL(page.url()).origin + link);
  await reloaded;
  await live(10_000);
  await expect(page.locator('.row')).toContainText('7/2');
  await expect(page.getByRole('status')).toBeEmpty();
});

// fault:P19 A screen is removed on purpose
// hallway: the pairing screen
// technician: timetable and token are gone from the device, for good
test('a screen that its school has removed forgets timetable and token, for good', async ({
  hall,
}) => {
  const { server, screen, address, id, phase } = await begin(hall, { at: AT });
  const { page, asked, now, live } = screen;
  const secret = address.split('.').pop() ?? '';
  expect(await storedTexts(page)).toContain(secret);

  await server.call('DELETE', `/v1/screens/${id}`);
  await liveUntil(screen, phase, now() + MINUTE);
  const unpaired = page.getByRole('heading', { name: 'Pair this screen' });
  await expect(unpaired).toBeVisible();
  const stored = await storedTexts(page);
  expect(stored).not.toContain(secret);
  expect(stored).not.toContain('alfarabi');

  const before = asked.length;
  await live(2 * MINUTE);
  await page.reload();
  await live(2 * MINUTE);
  await expect(unpaired).toBeVisible();
  const since = asked.slice(before);
  expect(since.filter(({ route }) => !route.startsWith('/v1/pairings'))).toEqual([]);
});

/** All that this origin keeps in IndexedDB, Cache Storage and localStorage, the app's files apart. */
function storedTexts(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await done<IDBDatabase>(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        found.push(await done(db.transaction(store).objectStore(store).getAll()));
        found.push(await done(db.transaction(store).objectStore(store).getAllKeys()));
      }
      db.close();
    }
    // Absent on plain http.
    for (const name of isSecureContext ? await caches.keys() : []) {
      if (name.startsWith('shell-')) continue;
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push(request.url, await (await cache.match(request))?.text());
      }
    }
    return JSON.stringify(found);

    // All of this runs in the page, where nothing outside of it exists.
    // oxlint-disable-next-line consistent-function-scoping
    function done<Result>(request: IDBRequest<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    }
  });
}
