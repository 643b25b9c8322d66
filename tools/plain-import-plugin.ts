import MagicString from 'magic-string';
import { parseAst, Visitor, type Plugin } from 'vite';

const WRAPPER = '__vitePreload';

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
      return `export const ${WRAPPER} = (load) => load();`;
    },
    renderChunk(text) {
      if (!text.includes(WRAPPER)) return undefined;
      const edited = unwrapped(text);
      return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
    },
  };
}

/** `text` with `import(…)` in the place of each call of the wrapper with `() => import(…)`. */
function unwrapped(text: string): MagicString {
  const edited = new MagicString(text);
  new Visitor({
    CallExpression({ callee, arguments: [load], start, end }) {
      if (callee.type !== 'Identifier' || callee.name !== WRAPPER) return;
      if (load?.type !== 'ArrowFunctionExpression') return;
      edited.remove(start, load.body.start);
      edited.remove(load.body.end, end);
    },
  }).visit(parseAst(text));
  return edited;
}
