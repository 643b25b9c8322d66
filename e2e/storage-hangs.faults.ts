import { setTimeout as sleep } from 'node:timers/promises';

import { expect } from '@playwright/test';

import { begin, type Begun } from './begin.ts';
import { diagnosticsSay } from './diagnostics.ts';
import { expectStoredAgain } from './expect-stored-again.ts';
import { riyadh, test } from './hall.ts';
import { IN_HOURS_MS, liveUntil, slotAfter } from './slots.ts';
import { withFirstLesson } from './with-first-lesson.ts';

const AT = riyadh('2026-11-23T07:20:00');
const SECOND = 1000;
/** The page gives up on its worker after 20 s; what hangs in storage is given up after 5 s each. */
const POLL_S = 24;

type Holding = Window & { release?: () => void };

// fault:S19 A page holds a transaction open and never ends it
// hallway: the substitution a few seconds later, from memory
// technician: “within 5 s” under “Storage trouble”; stored again when the page is gone
test('a screen whose storage hangs shows what is new, and stores again afterwards', async ({
  hall,
}) => {
  test.slow();
  const begun = await begin(hall, { at: AT });
  const { server, screen, gateway } = begun;
  const other = await screen.openTab(`${gateway.origin}/robots.txt`);
  await other.evaluate(holdTransaction);
  await server.publish(withFirstLesson('arabic'));
  await untilLessonInRealTime(begun, 'Arabic');
  await other.evaluate(() => {
    const holding: Holding = window;
    holding.release?.();
  });
  await other.close();
  await expectStoredAgain(hall, begun);
});

// fault:S20 A page of another version holds the database, so that this one cannot open it
// hallway: the substitution, from memory
// technician: “Storage trouble” in the diagnostics; stored again when the page is gone
test('a screen whose database is held by another version goes on, and stores again afterwards', async ({
  hall,
}) => {
  test.slow();
  const begun = await begin(hall, { at: AT });
  const { server, screen, gateway } = begun;
  const other = await screen.openTab(`${gateway.origin}/robots.txt`);
  await other.evaluate(holdNewerVersion);
  await server.publish(withFirstLesson('arabic'));
  await untilLessonInRealTime(begun, 'Arabic');
  expect(await diagnosticsSay(screen.page, 'Storage trouble')).not.toBe('none');
  await other.close();
  await expectStoredAgain(hall, begun);
});

/**
 * Lives on until the wall shows this lesson, about each slot in real time: a worker's patience goes by
 * the machine's clock, and the page's by the wall's.
 */
async function untilLessonInRealTime({ screen, phase }: Begun, name: string): Promise<void> {
  const lesson = screen.page.locator('.row .sub', { hasText: name });
  for (let slot = 0; slot < 3; slot++) {
    const soon = slotAfter(screen.now(), phase, IN_HOURS_MS) - 2 * SECOND;
    await liveUntil(screen, phase, Math.floor(soon));
    for (let second = 0; second < POLL_S; second++) {
      await Promise.all([screen.live(SECOND), sleep(SECOND)]);
      if (await lesson.isVisible()) return;
    }
  }
  await expect(lesson).toBeVisible();
}

/** A transaction stays open as long as something is asked in it. */
function holdTransaction(): Promise<void> {
  const holding: Holding = window;
  return new Promise((resolve) => {
    const opening = indexedDB.open('riwaq');
    opening.addEventListener('success', () => {
      const write = opening.result.transaction('generations', 'readwrite');
      let isHeld = true;
      holding.release = () => {
        isHeld = false;
        opening.result.close();
      };
      const ask = () => {
        const request = write.objectStore('generations').count();
        request.addEventListener('success', () => {
          resolve();
          if (isHeld) ask();
        });
      };
      ask();
    });
  });
}

/** Keeps it open, whoever wants to delete it. */
function holdNewerVersion(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('riwaq', 2);
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      Object.assign(window, { held: opening.result });
      resolve();
    });
  });
}
