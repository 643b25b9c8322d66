import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { chromium, expect, test as base, type BrowserContext, type Page } from '@playwright/test';

import { ensureBrowser, launchOptions } from '../tools/browser.ts';
import { startGateway, type Gateway } from './gateway.ts';
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
  /** Opens an address, and lets the worker install itself where there is one. */
  readonly load: (address: string) => Promise<void>;
  /** Opens an address and lives on until it shows a timetable, for at most 20 s of the wall's time. */
  readonly start: (address: string) => Promise<void>;
  /** Lets the wall and the server live through `ms`, second by second or in larger steps. */
  readonly live: (ms: number, stepMs?: number) => Promise<void>;
  /** Jumps to an instant; timers that are due fire once. */
  readonly jumpTo: (instant: number) => Promise<void>;
  /** Sleeps: the time of day goes on, while the monotonic clock and the timers stand still. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Sets the device's clock, as a person or a time service does; nothing else moves. */
  readonly setDeviceClock: (instant: number) => Promise<void>;
  /** Opens another page in the same browser, on the same clock. */
  readonly openTab: (address: string) => Promise<Page>;
  /** Errors in the console of any page so far, such as a violation of the content policy. */
  readonly problems: readonly string[];
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
  /**
   * Lets no request pass until what it resolves to is called. A jump sets two clocks, the server's
   * first: what is answered between them would tell the page a time that is not yet.
   */
  readonly hold?: () => Promise<() => void>;
  /** True time − the device's clock, which the server goes by. */
  readonly serverAheadMs?: number;
  readonly timezoneId?: string;
  readonly args?: readonly string[];
  /** Errors in the console that belong to the test; any other fails it. */
  readonly tolerates?: RegExp;
  /** By plain http under a name that is not this machine's own, where a browser has no workers. */
  readonly isPlainHttp?: boolean;
};

const SECOND = 1000;
const SETTLE_MS = 10;
/** A second of the wall's time takes no longer than one of the machine's. */
const MOST_WAITS = 100;
const LONGEST_START_MS = 20_000;
const START_STEP_MS = 100;
/** What the browser says of each page that comes by plain http. */
const PLAIN_HTTP = /^The Cross-Origin-Opener-Policy header has been ignored/;
const PLAIN_HOST = 'hall.test';
/** A network that fails is what most tests are about. */
const NETWORK_ERROR = /^Failed to load resource: /;

export async function openScreen(options: ScreenOptions): Promise<Screen> {
  const { server, isPlainHttp = false } = options;
  const hostRule = isPlainHttp ? [`--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`] : [];
  const launch = launchOptions(ensureBrowser());
  const context = await chromium.launchPersistentContext(options.profile, {
    ...launch,
    args: [...(launch.args ?? []), ...(options.args ?? []), ...hostRule],
    viewport: { width: 1920, height: 1080 },
    timezoneId: options.timezoneId ?? 'America/New_York',
    locale: 'en-US',
    serviceWorkers: 'allow',
  });
  let now = options.at;
  let serverAheadMs = options.serverAheadMs ?? 0;
  const underWay = new Set<unknown>();
  const asked: Asked[] = [];
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/v1/')) return;
    asked.push({ route: pathname, at: now, byWorker: request.serviceWorker() !== null });
    underWay.add(request);
  });
  context.on('requestfinished', (request) => underWay.delete(request));
  context.on('requestfailed', (request) => underWay.delete(request));

  const problems: string[] = [];
  const notice = (text: string) => {
    if (NETWORK_ERROR.test(text) || options.tolerates?.test(text)) return;
    if (!isPlainHttp || !PLAIN_HTTP.test(text)) problems.push(text);
  };
  context.on('console', (message) => message.type() === 'error' && notice(message.text()));
  context.on('weberror', (error) => notice(String(error.error().stack)));

  const [page = await context.newPage()] = context.pages();
  // The clock is that of all pages of the browser; workers keep the machine's.
  const { clock } = context;
  await context.addInitScript(saveEntries);
  // It can only be stood still ahead of where it runs.
  await clock.install({ time: now - 60 * SECOND });
  await clock.pauseAt(now);
  await context.addInitScript(countQuestions);
  await context.addInitScript(restoreEntries);
  server?.setClock(now + serverAheadMs);

  /** Lets what the page has begun come to its end, before time goes on. */
  async function settle(): Promise<void> {
    for (let wait = 0; wait < MOST_WAITS; wait++) {
      const pages = await Promise.all(context.pages().map(questionsOf));
      const hasOpen = pages.some(({ open, hasWorker }) => open > 0 || (!hasWorker && wait < 3));
      // A network that hangs is part of some tests, and so is a worker: neither is waited for long.
      if (underWay.size === 0 && (!hasOpen || wait > MOST_WAITS / 4)) return;
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    }
  }

  function moveTo(instant: number): void {
    now = instant;
    server?.setClock(now + serverAheadMs);
  }

  async function step(ms: number): Promise<void> {
    moveTo(now + ms);
    await clock.runFor(ms);
    await settle();
  }

  async function live(ms: number, stepMs = SECOND): Promise<void> {
    for (let lived = 0; lived < ms; lived += stepMs) await step(Math.min(stepMs, ms - lived));
  }

  const addressed = (address: string) =>
    isPlainHttp ? address.replace('127.0.0.1', PLAIN_HOST) : address;

  async function load(address: string): Promise<void> {
    await page.goto(addressed(address));
    // Installing takes time of the machine, while the wall's stands still.
    await page.evaluate(async () => {
      if (isSecureContext) await navigator.serviceWorker.ready;
    });
  }

  return {
    page,
    context,
    asked,
    now: () => now,
    load,
    start: async (address) => {
      await load(address);
      // In small steps: the server's clock stands at the end of each while the page gets there, and
      // the first answer sets the page's.
      for (let lived = 0; lived < LONGEST_START_MS; lived += START_STEP_MS) {
        if (await page.locator('.hall').isVisible()) break;
        await step(START_STEP_MS);
      }
      await step(SECOND - (now % SECOND));
    },
    live,
    jumpTo: async (instant) => {
      const letGo = await options.hold?.();
      const ms = instant - now;
      moveTo(instant);
      await clock.fastForward(ms);
      letGo?.();
      await settle();
    },
    sleep: async (ms) => {
      moveTo(now + ms);
      await clock.setSystemTime(now);
      await live(SECOND);
    },
    setDeviceClock: async (instant) => {
      serverAheadMs += now - instant;
      now = instant;
      await clock.setSystemTime(instant);
    },
    openTab: async (address) => {
      const tab = await context.newPage();
      await tab.goto(addressed(address));
      return tab;
    },
    problems,
    quit: () => context.close(),
  };
}

type Counting = Window & { openQuestions?: number };

/** Counts what the page has asked its worker, and has not been answered yet. */
function countQuestions(): void {
  const counting: Counting = window;
  let open = 0;
  window.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      open++;
      this.port1.addEventListener('message', () => open--, { once: true });
    }
  };
  Object.defineProperty(counting, 'openQuestions', { get: () => open });
}

type Timed = Window & { entriesByType?: Performance['getEntriesByType'] };

/** The clock of the tests says that a page has loaded nothing. */
function saveEntries(): void {
  const timed: Timed = window;
  timed.entriesByType = performance.getEntriesByType.bind(performance);
}

function restoreEntries(): void {
  const { entriesByType }: Timed = window;
  if (entriesByType) performance.getEntriesByType = entriesByType;
}

type Questions = {
  /** How many answers the page waits for. */
  readonly open: number;
  /** A page without a worker does the work itself. */
  readonly hasWorker: boolean;
};

function questionsOf(page: Page): Promise<Questions> {
  // A page that is being left says nothing.
  return page.evaluate(countOpen).catch(() => ({ open: 0, hasWorker: true }));
}

function countOpen(): Questions {
  const { openQuestions: open = 0 }: Counting = window;
  return { open, hasWorker: isSecureContext };
}

export type Hall = {
  /** Starts a server that ends with the test. */
  readonly serve: (options: ServerOptions) => Promise<RiwaqServer>;
  /** Puts a gateway in front of a server until the test ends. */
  readonly front: (
    server: RiwaqServer,
    isAffected?: (route: string) => boolean,
  ) => Promise<Gateway>;
  /** Opens a screen whose browser ends with the test. */
  readonly open: (
    options: Omit<ScreenOptions, 'profile'> & { profile?: string },
  ) => Promise<Screen>;
  /** A folder that ends with the test. */
  readonly folder: () => string;
};

/** Playwright's `test`, with servers, screens and folders that are cleared away afterwards. */
export const test = base.extend<{ isPlainHttp: boolean; hall: Hall }>({
  /** Of a project: every screen is opened by plain http, and has no worker. */
  isPlainHttp: [false, { option: true }],
  hall: async ({ isPlainHttp }, use) => {
    const endings: (() => Promise<void> | void)[] = [];
    const screens: Screen[] = [];
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
      front: async (server, isAffected) => {
        const gateway = await startGateway(server.origin, isAffected);
        endings.push(gateway.close);
        return gateway;
      },
      open: async (options) => {
        const screen = await openScreen({ profile: folder(), isPlainHttp, ...options });
        screens.push(screen);
        endings.unshift(screen.quit);
        return screen;
      },
      folder,
    });
    for (const end of endings) await end();
    expect(screens.flatMap(({ problems }) => problems)).toEqual([]);
  },
});
