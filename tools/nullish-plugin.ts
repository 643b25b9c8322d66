import { fileURLToPath } from 'node:url';

import MagicString from 'magic-string';
import { parseAst, Visitor, type ESTree, type Plugin } from 'vite';

const HELPERS = fileURLToPath(new URL('nullish.ts', import.meta.url));
const NOTHING = '__orNothing';
const ELSE = '__orElse';
const IMPORTS = `import { orNothing as ${NOTHING}, orElse as ${ELSE} } from ${JSON.stringify(HELPERS)};\n`;

/**
 * Writes `a?.b` and `a ?? 0` as calls of two small functions, wherever that is the same: `lower`
 * would compare with `null` in each place, which takes three times as much of a packed script.
 */
export function nullish(): Plugin {
  return {
    name: 'riwaq-nullish',
    apply: 'build',
    enforce: 'post',
    transform(text, id) {
      if (id === HELPERS) return undefined;
      const edited = withCalls(text);
      if (!edited.hasChanged()) return undefined;
      edited.prepend(IMPORTS);
      return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
    },
  };
}

/**
 * `text`, JavaScript, with calls of `NOTHING` and `ELSE`. A chain becomes calls from its end as far
 * as it reads one property at a time; `??` does where its right side is a value that may as well be
 * there in vain. What remains is for `lower`.
 */
export function withCalls(text: string): MagicString {
  const edited = new MagicString(text);
  new Visitor({
    ChainExpression({ expression }) {
      let link: ESTree.Expression = expression;
      while (link.type === 'MemberExpression' && link.optional && isPlain(link)) {
        replaceToken(link.object.end, '?.', link.computed ? ')' : ').');
        edited.appendLeft(link.start, `${NOTHING}(`);
        link = link.object;
      }
    },
    LogicalExpression({ operator, start, left, right, end }) {
      if (operator !== '??' || !isValue(right)) return;
      edited.appendLeft(start, `${ELSE}(`);
      replaceToken(left.end, '??', ',');
      edited.appendLeft(end, ')');
    },
  }).visit(parseAst(text));
  return edited;

  function replaceToken(from: number, token: string, by: string) {
    const at = text.indexOf(token, from);
    edited.update(at, at + token.length, by);
  }
}

function isPlain({ computed, property }: ESTree.MemberExpression): boolean {
  return computed
    ? property.type === 'Identifier' || property.type === 'Literal'
    : property.type === 'Identifier';
}

/** Whether an expression is a value of its own: to evaluate it needs nothing and does nothing. */
function isValue(node: ESTree.Expression): boolean {
  const { type } = node;
  return (
    type === 'Literal' ||
    (type === 'UnaryExpression' && node.argument.type === 'Literal') ||
    (type === 'Identifier' && (node.name === 'undefined' || node.name === 'Infinity')) ||
    (type === 'ArrayExpression' && node.elements.length === 0) ||
    (type === 'ObjectExpression' && node.properties.length === 0)
  );
}
