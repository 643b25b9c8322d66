import { defineConfig } from '@playwright/test';

import { ENGINES } from '../../tools/tv/engines.ts';
import type { TvFixtures, TvOptions } from './tv-test.ts';

/* `npm run e2e:tv`: every scenario on every engine. */

export default defineConfig<TvFixtures, TvOptions>({
  testDir: '.',
  testMatch: '*.tv.ts',
  outputDir: '../../test-results/e2e-tv',
  // Takes longer than all the others together.
  ...(process.env['TV_SIZES'] === undefined && { grepInvert: /every size/ }),
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // These walls live in real time: a scenario may wait for a slot of a minute.
  timeout: 4 * 60_000,
  globalTimeout: 3 * 60 * 60_000,
  expect: { timeout: 30_000 },
  reporter: [['./table-reporter.ts'], ['json', { outputFile: '../../test-results/e2e-tv.json' }]],
  projects: ENGINES.map((engine) => ({ name: engine.name, use: { engine } })),
});
