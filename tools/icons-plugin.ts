import { readFileSync } from 'node:fs';

import type { Plugin } from 'vite';

const ICONS = new URL('../src/display/icons.svg', import.meta.url);

/** Puts the wall's icons at the end of every page, where `<use>` finds them. */
export function icons(): Plugin {
  return {
    name: 'riwaq-icons',
    transformIndexHtml: (page) => {
      const symbols = readFileSync(ICONS, 'utf8').replace(/\s*\n\s*/g, '');
      return page.replace('</body>', `  ${symbols}\n  </body>`);
    },
  };
}
