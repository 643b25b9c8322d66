import type { Engine } from '../../tools/tv/engines.ts';
import { programOf } from '../../tools/tv/ensure-engine.ts';
import { startChromium } from './start-chromium.ts';
import { startFirefox } from './start-firefox.ts';
import { startWebKit } from './start-webkit.ts';
import type { Tv } from './tv.ts';

/** Starts a TV with an engine, on a folder that outlives it. */
export function startTv(engine: Engine, profile: string): Promise<Tv> {
  const { source } = engine;
  const driverProgram = source.kind === 'apt' ? source.driverProgram : undefined;
  const options = { program: programOf(engine), driverProgram, profile };
  switch (engine.driver) {
    case 'devtools':
      return startChromium(options);
    case 'playwright':
      return startFirefox(options);
    case 'webdriver':
      return startWebKit(options);
  }
}
