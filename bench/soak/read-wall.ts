import type { Page } from '@playwright/test';

import type { Read } from './expected-wall.ts';

const READ = ['.clock', 'h1', '.row .sub'];

/** What can be read off the page. */
export async function readWall(page: Page): Promise<Read> {
  const [clock, heading = '', lesson] = await page.evaluate(
    (selectors) =>
      selectors.map((selector) => document.querySelector(selector)?.textContent ?? undefined),
    READ,
  );
  // At night there is only one thing to read.
  return { clock: clock ?? heading, heading, lesson };
}
