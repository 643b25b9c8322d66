import { openScreen, type Screen } from '../../e2e/hall.ts';
import type { RiwaqServer } from '../../e2e/server.ts';
import { killBrowser } from './kill-browser.ts';
import { COUNT_TIMERS } from './page-footprint.ts';

/** A TV that has its plug pulled and is switched on again, on one profile. */
export type LivingTv = {
  readonly screen: () => Screen;
  readonly pullPlug: () => Promise<void>;
  readonly switchOn: (at: number, address: string) => Promise<void>;
};

const GONE_MS = 300;
const LONGEST_MS = 20_000;

export function livingTv(profile: string, server: RiwaqServer): LivingTv {
  let screen: Screen | undefined;

  function current(): Screen {
    if (!screen) throw new Error('The TV is off');
    return screen;
  }

  return {
    screen: current,
    pullPlug: async () => {
      killBrowser(profile);
      await new Promise((resolve) => setTimeout(resolve, GONE_MS));
      // Playwright still believes in it.
      await screen?.quit().catch(() => {});
      screen = undefined;
    },
    switchOn: async (at, address) => {
      screen = await openScreen({ at, profile, server });
      await screen.context.addInitScript({ content: COUNT_TIMERS });
      await screen.page.goto(address);
      const wall = screen.page.locator('.hall, .night');
      for (let lived = 0; lived < LONGEST_MS && !(await wall.isVisible()); lived += 1000) {
        await screen.live(1000);
      }
    },
  };
}
