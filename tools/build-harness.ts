import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

import { icons } from './icons-plugin.ts';
import { JSX } from './jsx.ts';
import { lower } from './lower-plugin.ts';
import { SMALL_BUILD } from './small-build.ts';

const LOOK = join(dirname(fileURLToPath(import.meta.url)), 'look');

/**
 * Builds into `outDir` the wall as a TV gets it, in a page that can show any state
 * (`harness.html`), and the checks as a script of their own (`inspect.js`).
 */
export async function buildHarness(outDir: string): Promise<void> {
  const common = { configFile: false, logLevel: 'warn', root: LOOK } as const;
  await build({
    ...common,
    oxc: JSX,
    plugins: [icons(), lower()],
    build: {
      outDir,
      emptyOutDir: true,
      ...SMALL_BUILD,
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
