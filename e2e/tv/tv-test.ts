import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, test as base } from '@playwright/test';

import { serveFolder } from '../../tools/static-server.ts';
import type { Engine } from '../../tools/tv/engines.ts';
import { type Gateway, startGateway } from '../gateway.ts';
import { ALFARABI } from '../hall.ts';
import { type RiwaqServer, startServer } from '../server.ts';
import { type RunningClock, runClock } from './running-clock.ts';
import { startTv } from './start-tv.ts';
import type { Tv } from './tv.ts';
import { hasTimetable } from './wall.ts';

export type TvOptions = { readonly engine: Engine };

/** A TV whose wall has its timetable, and all that stands behind it. */
export type Begun = {
  readonly tv: Tv;
  readonly server: RiwaqServer;
  /** The way to the server, which notes what is asked. */
  readonly gateway: Gateway;
  readonly clock: RunningClock;
  /** Folder that the TV keeps things in. */
  readonly profile: string;
  /** Kills the server and cuts the way to it. */
  readonly cutOff: () => Promise<void>;
};

export type BeginOptions = {
  /** The school's time when the page is opened; it passes from then on. */
  readonly at: number;
  readonly school?: { readonly id: string };
  /** Another folder of a built app than the one that `npm run build` made. */
  readonly app?: string;
};

export type TvHall = {
  /** Publishes a school, adds a screen of class 7/1 in English, and waits until its TV shows it. */
  readonly begin: (options: BeginOptions) => Promise<Begun>;
  /** Switches on a TV of the engine under test, which is switched off with the test. */
  readonly switchOn: (profile: string) => Promise<Tv>;
  /** Serves what `build` puts into a folder, until the test ends. Resolves with the origin. */
  readonly serve: (build: (folder: string) => Promise<void>) => Promise<string>;
  /** A folder that ends with the test. */
  readonly folder: () => string;
  /** Errors of a page that belong to the test; any other fails it. */
  readonly tolerate: (problem: RegExp) => void;
};

export type TvFixtures = { readonly hall: TvHall };

const START_TIMEOUT_MS = 90_000;
/** Each project of the configuration names its own. */
const NO_ENGINE: Engine = {
  name: 'none',
  source: { kind: 'apt', packages: [], program: '' },
  driver: 'devtools',
};

/** Playwright's `test`, with a server and TVs that are cleared away afterwards. */
export const test = base.extend<TvFixtures, TvOptions>({
  engine: [NO_ENGINE, { option: true, scope: 'worker' }],
  hall: async ({ engine }, use, testInfo) => {
    const reason = engine.lacks?.[testInfo.title];
    testInfo.skip(reason !== undefined, reason);
    const endings: (() => Promise<void> | void)[] = [];
    const tvs: Tv[] = [];
    const tolerated: RegExp[] = [];

    function folder(): string {
      const made = mkdtempSync(path.join(tmpdir(), 'riwaq-tv-'));
      endings.unshift(() => rmSync(made, { recursive: true, force: true, maxRetries: 5 }));
      return made;
    }

    async function switchOn(profile: string): Promise<Tv> {
      const tv = await startTv(engine, profile);
      tvs.push(tv);
      endings.unshift(tv.unplug);
      return tv;
    }

    async function begin({ at, school = ALFARABI, app }: BeginOptions): Promise<Begun> {
      const server = await startServer({ at, ...(app !== undefined && { app }) });
      endings.push(server.remove);
      await server.publish(school);
      const link = await server.addScreen(school.id, { language: 'en', classes: ['1/1'] });
      const gateway = await startGateway(server.origin);
      endings.push(gateway.close);
      const profile = folder();
      const tv = await switchOn(profile);
      const clock = runClock(server, at);
      endings.unshift(clock.stop);
      await tv.open(gateway.origin + link);
      await expect.poll(() => hasTimetable(tv), { timeout: START_TIMEOUT_MS }).toBe(true);
      return {
        tv,
        server,
        gateway,
        clock,
        profile,
        cutOff: async () => {
          await server.kill();
          await gateway.close();
        },
      };
    }

    async function serve(build: (into: string) => Promise<void>): Promise<string> {
      const built = folder();
      await build(built);
      const { origin, close } = await serveFolder(built);
      endings.push(close);
      return origin;
    }

    await use({ begin, switchOn, serve, folder, tolerate: (problem) => tolerated.push(problem) });

    // Before the pictures: taking one may be against the page's content policy.
    const problems = (await Promise.all(tvs.map((tv) => tv.problems()))).flat();
    if (testInfo.status !== testInfo.expectedStatus) {
      for (const [at, tv] of tvs.entries()) {
        // One that hangs or is off has no picture.
        await tv.screenshot(testInfo.outputPath(`tv-${at}.png`)).catch(() => {});
      }
    }
    for (const end of endings) await end();
    expect(problems.filter((one) => !tolerated.some((known) => known.test(one)))).toEqual([]);
  },
});
