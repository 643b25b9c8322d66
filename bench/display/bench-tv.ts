import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';

import { type RiwaqServer, startServer } from '../../e2e/server.ts';
import { runClock } from '../../e2e/tv/running-clock.ts';
import type { School } from '../../src/contract/school.ts';
import { ensureBrowser, launchOptions } from '../../tools/browser.ts';

export type BenchSchool = Pick<School, 'id' | 'name' | 'classes'>;

/** Classes on one screen. */
const CORRIDOR = 12;

/** A real browser on a profile of its own before a real server, and how to look into it. */
export type BenchTv = {
  readonly server: RiwaqServer;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly devTools: CDPSession;
  /** The wall's address, its secret included. */
  readonly address: string;
  /** Ends the browser and the server, and removes what they stored. */
  readonly end: () => Promise<void>;
};

/**
 * Publishes a school, and opens a wall in English that shows a corridor of it at `at`. Time passes
 * from then on. An `app` is another folder of a built app than that of `npm run build`.
 */
export async function startBenchTv(
  school: BenchSchool,
  at: number,
  app?: string,
): Promise<BenchTv> {
  const server = await startServer({ at, ...(app !== undefined && { app }) });
  await server.publish(school);
  const classes = school.classes.slice(0, CORRIDOR).map(({ id }) => id);
  const link = await server.addScreen(school.id, { language: 'en', classes });
  const address = server.origin + link;
  const clock = runClock(server, at);
  const profile = mkdtempSync(path.join(tmpdir(), 'riwaq-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions(ensureBrowser()),
    viewport: { width: 1920, height: 1080 },
  });
  const [page = await context.newPage()] = context.pages();
  const devTools = await context.newCDPSession(page);
  await page.goto(address);
  await page.waitForSelector('.hall h1');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  return {
    server,
    context,
    page,
    devTools,
    address,
    end: async () => {
      clock.stop();
      await context.close();
      await server.remove();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
