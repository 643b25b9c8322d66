import { defineConfig } from '@playwright/test';

import { ensureBrowser, launchOptions } from './tools/browser.ts';

export default defineConfig({
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
});
