import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { preact } from '@preact/preset-vite';
import { build } from 'vite';

import { icons } from './icons-plugin.ts';

const LOOK = join(dirname(fileURLToPath(import.meta.url)), 'look');
const OLDEST_ENGINE = 'chrome64';

/**
 * Builds into `outDir` the wall as a TV gets it, in a page that can show any state
 * (`harness.html`), and the checks as a script of their own (`inspect.js`).
 */
export async function buildHarness(outDir: string): Promise<void> {
  const common = { configFile: false, logLevel: 'warn', root: LOOK } as const;
  await build({
    ...common,
    plugins: [preact(), icons()],
    build: {
      outDir,
      emptyOutDir: true,
      target: OLDEST_ENGINE,
      cssTarget: OLDEST_ENGINE,
      modulePreload: false,
      rollupOptions: { input: join(LOOK, 'harness.html') },
    },
  });
  await build({
    ...common,
    build: {
      outDir,
      emptyOutDir: false,
      lib: {
        entry: join(LOOK, 'inspect.ts'),
        formats: ['iife'],
        name: 'inspection',
        fileName: () => 'inspect.js',
      },
    },
  });
}
