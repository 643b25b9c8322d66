import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { chromium, test as base, type BrowserContext, type Page } from '@playwright/test';

import { ensureBrowser, launchOptions } from '../tools/browser.ts';
import { startServer, type RiwaqServer, type ServerOptions } from './server.ts';

/** The example school that most tests publish; its dates are those of the tests. */
export const ALFARABI = JSON.parse(readFileSync('examples/alfarabi.json', 'utf8'));

/** An instant of the example school's clock: `2026-11-23T07:15`. */
export function riyadh(civil: string): number {
  return Date.parse(`${civil}+03:00`);
}

/** A request of the API, as the browser saw it leave. */
export type Asked = {
  readonly route: string;
  /** On the wall's clock. */
  readonly at: number;
  readonly byWorker: boolean;
};

/** One screen in a browser with a profile of its own, which outlives the browser. */
export type Screen = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly asked: Asked[];
  /** What the wall's clock says, without its being asked. */
  readonly now: () => number;
  /** Lets the wall and the server live through `ms`, second by second. */
  readonly live: (ms: number) => Promise<void>;
  /** Jumps to an instant, as a TV does that slept; timers fire once. */
  readonly jumpTo: (instant: number) => Promise<void>;
  /** Opens another page in the same browser, on the same clock. */
  readonly openTab: (address: string) => Promise<Page>;
  /** Ends the browser. */
  readonly quit: () => Promise<void>;
};

export type ScreenOptions = {
  /** What the device's clock says. */
  readonly at: number;
  /** Folder of the browser's profile; the same folder is the same TV. */
  readonly profile: string;
  /** The server that follows the wall's clock, as true time does. */
  readonly server?: RiwaqServer;
  /** True time − the device's clock, which the server goes by. */
  readonly serverAheadMs?: number;
  readonly timezoneId?: string;
  readonly args?: readonly string[];
};

const SECOND = 1000;
/** Long enough for a knock to reach the worker, and for its request to leave. */
const SETTLE_MS = 25;

export async function openScreen(options: ScreenOptions): Promise<Screen> {
  const { server, serverAheadMs = 0 } = options;
  const launch = launchOptions(ensureBrowser());
  const context = await chromium.launchPersistentContext(options.profile, {
    ...launch,
    args: [...(launch.args ?? []), ...(options.args ?? [])],
    viewport: { width: 1920, height: 1080 },
    timezoneId: options.timezoneId ?? 'America/New_York',
    locale: 'en-US',
    serviceWorkers: 'allow',
  });
  let now = options.at;
  let underWay = 0;
  const asked: Asked[] = [];
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/v1/')) return;
    // A request that the page hands to the worker would be seen twice.
    if (request.serviceWorker() === null && isAnsweredByWorker(request)) return;
    asked.push({ route: pathname, at: now, byWorker: request.serviceWorker() !== null });
    underWay++;
  });
  const ended = () => (underWay = Math.max(0, underWay - 1));
  context.on('requestfinished', (request) => isApi(request) && ended());
  context.on('requestfailed', (request) => isApi(request) && ended());

  const [page = await context.newPage()] = context.pages();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now);
  server?.setClock(now + serverAheadMs);

  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    // A network that hangs is part of some tests: it is not waited for.
    for (let wait = 0; wait < 40 && underWay > 0; wait++) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    }
  }

  function moveTo(instant: number): void {
    now = instant;
    server?.setClock(now + serverAheadMs);
  }

  return {
    page,
    context,
    asked,
    now: () => now,
    live: async (ms) => {
      for (let lived = 0; lived < ms; lived += SECOND) {
        moveTo(now + SECOND);
        await Promise.all(context.pages().map((one) => one.clock.runFor(SECOND)));
        await settle();
      }
    },
    jumpTo: async (instant) => {
      const ms = instant - now;
      moveTo(instant);
      await Promise.all(context.pages().map((one) => one.clock.fastForward(ms)));
      await settle();
    },
    openTab: async (address) => {
      const tab = await context.newPage();
      await tab.clock.install({ time: now });
      await tab.clock.pauseAt(now);
      await tab.goto(address);
      return tab;
    },
    quit: () => context.close(),
  };
}

function isApi(request: { url(): string }): boolean {
  return new URL(request.url()).pathname.startsWith('/v1/');
}

function isAnsweredByWorker(request: { redirectedFrom(): unknown }): boolean {
  return request.redirectedFrom() !== null;
}

type Hall = {
  /** Starts a server that ends with the test. */
  readonly serve: (options: ServerOptions) => Promise<RiwaqServer>;
  /** Opens a screen whose browser ends with the test. */
  readonly open: (
    options: Omit<ScreenOptions, 'profile'> & { profile?: string },
  ) => Promise<Screen>;
  /** A folder that ends with the test. */
  readonly folder: () => string;
};

/** Playwright's `test`, with servers, screens and folders that are cleared away afterwards. */
export const test = base.extend<{ hall: Hall }>({
  // Playwright names the fixtures that this one needs by an object pattern; it needs none.
  // oxlint-disable-next-line no-empty-pattern
  hall: async ({}, use) => {
    const endings: (() => Promise<void> | void)[] = [];
    const folder = () => {
      const made = mkdtempSync(path.join(tmpdir(), 'riwaq-e2e-'));
      endings.unshift(() => rmSync(made, { recursive: true, force: true }));
      return made;
    };
    await use({
      serve: async (options) => {
        const server = await startServer(options);
        endings.push(server.remove);
        return server;
      },
      open: async (options) => {
        const screen = await openScreen({ profile: folder(), ...options });
        endings.unshift(screen.quit);
        return screen;
      },
      folder,
    });
    for (const end of endings) await end();
  },
});
