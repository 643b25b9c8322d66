import type { Page } from '@playwright/test';

const LONGEST_MS = 30_000;
const LOOK_AGAIN_MS = 20;

type Counting = Window & { openQuestions?: number };

/** Waits, in the machine's time, until the page has been answered all that it asked its worker. */
export async function untilQuiet(page: Page): Promise<void> {
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_AGAIN_MS) {
    if ((await page.evaluate(countOpen)) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  throw new Error('The worker does not answer');
}

function countOpen(): number {
  const { openQuestions: open = 0 }: Counting = window;
  return open;
}
