import { transform } from 'esbuild';
import type { Plugin } from 'vite';

import { onlyLet } from './let-plugin.ts';
import { nullish } from './nullish-plugin.ts';

/** The oldest engine that a screen may run is Chromium 64 (68 is promised, 64 is tested). */
export const OLDEST_ENGINE = 'chrome64';

/**
 * A question of Preact's at which Chromium 64 crashes as soon as it optimizes the function around it.
 * Nothing that is drawn is a bigint.
 */
const IS_BIGINT = /(["'])bigint\1\s*===?\s*typeof\s+\w+/g;

/**
 * Writes what that engine does not know yet, such as `??`, in what it knows. Vite's own compiler
 * does it too, in words that take a fiftieth more of all that a screen downloads.
 */
export function lower(): Plugin[] {
  return [nullish(), onlyLet(), lowerRest()];
}

function lowerRest(): Plugin {
  let isMapped = false;
  return {
    name: 'riwaq-lower',
    apply: 'build',
    config: () => ({ build: { target: 'esnext' } }),
    configResolved({ build }) {
      isMapped = build.sourcemap !== false;
    },
    async renderChunk(text) {
      const { code, map } = await transform(text.replace(IS_BIGINT, 'false'), {
        target: OLDEST_ENGINE,
        minifySyntax: true,
        sourcemap: isMapped,
      });
      return { code, map: isMapped ? map : null };
    },
  };
}
