/** What a JSON text shows without being read. */
export type JsonShape = {
  /** Levels of lists and objects at its deepest. */
  readonly depth: number;
  /** Of all objects together, those that are given twice counted twice. */
  readonly fields: number;
};

/** The shape of `text`, which need not be JSON as a whole. */
export function jsonShape(text: string): JsonShape {
  let [level, depth, fields, isInString] = [0, 0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === ':') fields++;
    else if (character === '}' || character === ']') level--;
    else if (character === '{' || character === '[') {
      level++;
      depth = Math.max(depth, level);
    }
  }
  return { depth, fields };
}

/** Fields of all objects in a value that JSON can hold. */
export function fieldsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce((sum: number, one) => sum + fieldsIn(one), 0);
  return Array.isArray(value) ? inner : Object.keys(value).length + inner;
}
