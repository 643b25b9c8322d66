import { openScreen, type Screen, type ScreenOptions } from '../../e2e/hall.ts';
import type { RiwaqServer } from '../../e2e/server.ts';
import { killBrowser } from './kill-browser.ts';
import { openQuestions } from './open-questions.ts';
import { COUNT_TIMERS } from './page-footprint.ts';

/** A TV that has its plug pulled and is switched on again, on one profile. */
export type LivingTv = {
  readonly screen: () => Screen;
  /** Waits, in the machine's time, until nothing that it has asked is under way. */
  readonly untilQuiet: () => Promise<void>;
  readonly pullPlug: () => Promise<void>;
  readonly switchOn: (at: number, address: string) => Promise<void>;
};

const GONE_MS = 300;
const LONGEST_MS = 30_000;
const LOOK_AGAIN_MS = 20;
/** Times in a row. */
const STILL = 5;

export function livingTv(
  profile: string,
  server: RiwaqServer,
  hold: NonNullable<ScreenOptions['hold']>,
): LivingTv {
  let screen: Screen | undefined;
  const asked = new Set<unknown>();

  function current(): Screen {
    if (!screen) throw new Error('The TV is off');
    return screen;
  }

  return {
    screen: current,
    untilQuiet: async () => {
      let still = 0;
      for (let waited = 0; waited < LONGEST_MS; waited += LOOK_AGAIN_MS) {
        const isQuiet = asked.size === 0 && (await openQuestions(current().page)) === 0;
        still = isQuiet ? still + 1 : 0;
        // What the page does by itself first reads its database, and asks then.
        if (still === STILL) return;
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      }
      throw new Error('What the screen has asked is not answered');
    },
    pullPlug: async () => {
      killBrowser(profile);
      await new Promise((resolve) => setTimeout(resolve, GONE_MS));
      // Playwright still believes in it.
      await screen?.quit().catch(() => {});
      screen = undefined;
      asked.clear();
    },
    switchOn: async (at, address) => {
      screen = await openScreen({ at, profile, server, hold });
      const { context } = screen;
      context.on('request', (request) => {
        if (new URL(request.url()).pathname.startsWith('/v1/')) asked.add(request);
      });
      context.on('requestfinished', (request) => asked.delete(request));
      context.on('requestfailed', (request) => asked.delete(request));
      await context.addInitScript({ content: COUNT_TIMERS });
      await screen.page.goto(address);
      const wall = screen.page.locator('.hall, .night');
      for (let lived = 0; lived < LONGEST_MS && !(await wall.isVisible()); lived += 1000) {
        await screen.live(1000);
      }
    },
  };
}
