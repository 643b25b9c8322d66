import { expect, type Page } from '@playwright/test';

import type { Begun } from './begin.ts';
import type { Hall } from './hall.ts';
import { IN_HOURS_MS, liveUntil } from './slots.ts';
import { withFirstLesson } from './with-first-lesson.ts';

const MINUTE = 60_000;

/** With its storage well again, a screen stores what comes, and starts from that alone. */
export async function expectStoredAgain(hall: Hall, begun: Begun): Promise<void> {
  const { server, gateway, screen, profile, phase, id } = begun;
  let last = '';
  // Whatever has failed three times is deleted and begun anew.
  for (const [subject, name] of [
    ['english', 'English'],
    ['maths', 'Mathematics'],
    ['art', 'Art'],
  ] as const) {
    const { revision } = await server.publish(withFirstLesson(subject));
    last = revision;
    await expect(async () => {
      await liveUntil(screen, phase, screen.now() + IN_HOURS_MS);
      await expect(screen.page.locator('.row .sub')).toHaveText(name, { timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
  }
  await expect.poll(() => storedTexts(screen.page), { timeout: 20_000 }).toContain(last);
  // Off for long enough that its clock can only have gone on.
  const at = screen.now() + 13 * MINUTE;
  await server.kill();
  await gateway.close();
  await screen.page.evaluate(() => caches.delete('riwaq-second-copy'));
  await screen.quit();
  const { page } = await hall.open({ at, profile });
  // Which screen this device is stands in the address that it kept, and else in what was deleted.
  await page.goto(`${gateway.origin}/#${id}`);
  await expect(page.locator('.row .sub')).toHaveText('Art');
}

/** Everything in the store of generations. */
function storedTexts(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('riwaq');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const all = database.transaction('generations').objectStore('generations').getAll();
          all.addEventListener('success', () => {
            database.close();
            resolve(JSON.stringify(all.result));
          });
        });
      }),
  );
}
