import type { BuildOptions } from 'vite';

import { OLDEST_ENGINE } from './lower-plugin.ts';

/** How the app and its workers are made small. `lower` does the rest for the oldest engine. */
export const SMALL_BUILD = {
  cssTarget: OLDEST_ENGINE,
  minify: 'terser',
  terserOptions: { ecma: 2018, compress: { ecma: 2018, passes: 3 }, safari10: false },
} as const satisfies BuildOptions;
