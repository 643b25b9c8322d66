import { defineConfig } from 'vitest/config';

import { icons } from './tools/icons-plugin.ts';
import { JSX } from './tools/jsx.ts';
import { lower } from './tools/lower-plugin.ts';
import { plainImport } from './tools/plain-import-plugin.ts';
import { serviceWorker } from './tools/service-worker-plugin.ts';
import { SMALL_BUILD } from './tools/small-build.ts';
import { noVersionMarks } from './tools/version-marks-plugin.ts';

export default defineConfig({
  oxc: JSX,
  plugins: [icons(), plainImport(), noVersionMarks(), lower(), serviceWorker()],
  build: {
    ...SMALL_BUILD,
    outDir: 'dist/app',
    modulePreload: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'wall', test: /src\/main\.ts$/ }] } },
    },
  },
  test: {
    include: ['{src,server,tools,bench}/**/*.test.{ts,tsx}'],
    reporters: ['default', ...(process.env['CI'] ? ['json' as const] : [])],
    outputFile: { json: 'test-results/unit.json' },
  },
});
