import type { BuildOptions } from 'vite';

import { OLDEST_ENGINE } from './lower-plugin.ts';

/**
 * How the app and its workers are made small. `lower` does the rest for the oldest engine.
 *
 * Comparisons stay as they are written and functions with parameters stay functions: what repeats
 * itself is packed better than what is short.
 */
const COMPRESS = { ecma: 2018, passes: 3, lhs_constants: false, inline: 1 } as const;

export const SMALL_BUILD = {
  cssTarget: OLDEST_ENGINE,
  minify: 'terser',
  terserOptions: { ecma: 2018, compress: COMPRESS, safari10: false },
} as const satisfies BuildOptions;
