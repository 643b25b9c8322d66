import type { Plugin } from 'vite';

/**
 * Leaves every `import()` as it is written. Vite would wrap it in a helper that loads style sheets
 * first; here all style is in one sheet, and the helper in the script of every screen.
 */
export function plainImport(): Plugin {
  return {
    name: 'riwaq-plain-import',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (id !== '\0vite/preload-helper.js') return undefined;
      return 'export const __vitePreload = (load) => load();';
    },
  };
}
