import { expect, type Page } from '@playwright/test';

import type { Screen } from './hall.ts';

const LONGEST_MS = 30_000;

/** The nine digits on a TV that is no screen, or none while it shows none. */
export async function digitsOn(page: Page): Promise<string> {
  const groups = await page.locator('.pair .digits span').allInnerTexts();
  return groups.join('');
}

/** Lives on, second by second, until a TV shows a code that is not `former`, for at most 30 s. */
export async function untilCode(screen: Screen, former = ''): Promise<string> {
  const { page, now, live } = screen;
  for (const end = now() + LONGEST_MS; now() < end;) {
    const digits = await digitsOn(page);
    if (digits !== '' && digits !== former) {
      expect(digits).toMatch(/^\d{9}$/);
      return digits;
    }
    await live(1000);
  }
  throw new Error(`No code on the screen: ${await page.locator('body').innerText()}`);
}

/** Lives on until the wall says something, and gives the time that it took. */
export async function msUntil(screen: Screen, isThere: () => Promise<boolean>): Promise<number> {
  const { now, live } = screen;
  const from = now();
  while (!(await isThere())) {
    if (now() - from > LONGEST_MS) throw new Error('It does not come');
    await live(500);
  }
  return now() - from;
}
