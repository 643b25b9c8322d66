import { firefox } from '@playwright/test';

import { isProblem, type Tv, TV_SIZE, TV_ZONE, type TvOptions } from './tv.ts';

/** How Playwright calls a Firefox that it has not brought along; its types name no such channel. */
const NOT_PATCHED = 'moz-firefox';

/** Starts the distribution's Firefox. It is closed rather than killed: Playwright owns its process. */
export async function startFirefox({ program, profile }: TvOptions): Promise<Tv> {
  const context = await firefox.launchPersistentContext(profile, {
    channel: NOT_PATCHED,
    executablePath: program,
    viewport: TV_SIZE,
    timezoneId: TV_ZONE,
    serviceWorkers: 'allow',
  });
  const problems: string[] = [];
  const notice = (problem: string) => {
    if (isProblem(problem)) problems.push(problem);
  };
  context.on('console', (message) => message.type() === 'error' && notice(message.text()));
  context.on('weberror', (error) => notice(String(error.error().stack)));
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    problems: () => Promise.resolve(problems),
    open: async (url) => {
      await page.goto(url);
    },
    reload: async () => {
      await page.reload();
    },
    evaluate: (expression) => page.evaluate<unknown>(expression),
    press: (key) => page.keyboard.press(key),
    resize: (size) => page.setViewportSize(size),
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    unplug: () => context.close(),
  };
}
