import { expect } from '@playwright/test';

import type { Screen } from './hall.ts';

const HOUR = 3_600_000;

/** Lives on until the screen has looked for another build, found it, and holds all of its files. */
export async function untilBuildWaits({ page, now, jumpTo }: Screen): Promise<void> {
  // It looks every six hours, give or take a quarter.
  await jumpTo(now() + 7.6 * HOUR);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration?.waiting?.state;
      }),
    )
    .toBe('installed');
}
