import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

import { icons } from './tools/icons-plugin.ts';
import { plainImport } from './tools/plain-import-plugin.ts';
import { serviceWorker } from './tools/service-worker-plugin.ts';

// The oldest engine that a screen may run is Chromium 64 (68 is promised, 64 is tested).
const OLDEST_ENGINE = 'chrome64';

export default defineConfig({
  plugins: [preact(), icons(), plainImport(), serviceWorker()],
  build: {
    outDir: 'dist/app',
    target: OLDEST_ENGINE,
    cssTarget: OLDEST_ENGINE,
    modulePreload: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'wall', test: /src\/main\.tsx$/ }] } },
    },
  },
  test: {
    include: ['{src,server,tools,bench}/**/*.test.{ts,tsx}'],
    reporters: ['default', ...(process.env['CI'] ? ['json' as const] : [])],
    outputFile: { json: 'test-results/unit.json' },
  },
});
