import { defineConfig } from '@playwright/test';

import { ensureBrowser, launchOptions } from './tools/browser.ts';

// What takes too long for every `npm test`: `npm run faults` sets the variable.
const isWhole = process.env['RIWAQ_FAULTS'] !== undefined;

/** Where a page without a worker takes another way than one with: it asks, stores and starts by itself. */
const PLAIN_HTTP_TESTS = [
  'answers',
  'midnight-offline',
  'pairing-link',
  'polling',
  'publishing',
  'school-day',
  'stale',
  'storage',
];
/** Where it does the same, on another clock or behind another overlay. */
const MORE_PLAIN_HTTP_TESTS = [
  'clock',
  'diagnostics',
  'midnight-online',
  'pairing',
  'pairing-by-code',
];

export default defineConfig<{ readonly isPlainHttp: boolean }>({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e',
  // A test starts a server and a browser of its own; more of them at once starve each other.
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // A test that passes at the second try has found a fault.
  retries: 0,
  // For what hangs; a test that is slow because the machine is busy has found nothing.
  timeout: 120_000,
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(ensureBrowser()),
    serviceWorkers: 'allow',
    viewport: { width: 1920, height: 1080 },
    // A TV's own zone and language must not matter, so they are not the school's.
    timezoneId: 'America/New_York',
    locale: 'en-US',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'worker' },
    {
      // The same tests of the wall where there is no worker; the others are about one.
      name: 'plain-http',
      use: { isPlainHttp: true },
      testMatch: [...PLAIN_HTTP_TESTS, ...(isWhole ? MORE_PLAIN_HTTP_TESTS : [])].map(
        (name) => `**/${name}.e2e.ts`,
      ),
      grepInvert: /@worker/,
    },
    ...(isWhole ? [{ name: 'faults', testMatch: '**/*.faults.ts' }] : []),
  ],
});
