import type { Page } from '@playwright/test';

type Counting = Window & { openQuestions?: number };

/** How many questions of the page its worker has not answered yet. */
export function openQuestions(page: Page): Promise<number> {
  return page.evaluate(countOpen);
}

function countOpen(): number {
  const { openQuestions: open = 0 }: Counting = window;
  return open;
}
