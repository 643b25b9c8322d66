import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build, type Plugin, runnerImport } from 'vite';

import { icons } from './icons-plugin.ts';
import { JSX } from './jsx.ts';
import type * as StatesModule from './look/states.ts';
import { lower, OLDEST_ENGINE } from './lower-plugin.ts';
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
    plugins: [icons(), lower(), statesAsData()],
    build: {
      outDir,
      emptyOutDir: true,
      ...SMALL_BUILD,
      modulePreload: false,
      // It never leaves this machine.
      chunkSizeWarningLimit: Infinity,
      rollupOptions: { input: join(LOOK, 'harness.html') },
    },
  });
  await build({
    ...common,
    build: {
      outDir,
      emptyOutDir: false,
      target: OLDEST_ENGINE,
      lib: {
        entry: join(LOOK, 'inspect.ts'),
        formats: ['iife'],
        name: 'inspection',
        fileName: () => 'inspect.js',
      },
    },
  });
}

/**
 * The states are made here, by code of the server and of tests that is newer than a TV, so that the
 * page holds nothing but the wall and what it shows.
 */
function statesAsData(): Plugin {
  const path = join(LOOK, 'states.ts');
  return {
    name: 'states-as-data',
    enforce: 'pre',
    load: async (id) => {
      if (id !== path) return undefined;
      const { module } = await runnerImport<typeof StatesModule>(path, { configFile: false });
      // Most states share a snapshot with others.
      const snapshots = [...new Set(module.STATES.map(({ props }) => props.snapshot))];
      const states = module.STATES.map((state) => ({
        ...state,
        props: { ...state.props, snapshot: snapshots.indexOf(state.props.snapshot) },
      }));
      return `const snapshots = ${parsed(snapshots)};
        export const STATES = ${parsed(states)};
        for (const { props } of STATES) props.snapshot = snapshots[props.snapshot] || undefined;`;
    },
  };
}

/** Data as text, which is parsed quicker than code: by the bundler, and by the engine. */
function parsed(data: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;
}
