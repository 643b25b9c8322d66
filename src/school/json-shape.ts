import { isObject } from '../contract/guard.ts';

/** What a JSON text shows without being read. */
export type JsonShape = {
  /** Levels of lists and objects at its deepest. */
  readonly depth: number;
  /** Of all objects together, those that are given twice counted twice. */
  readonly fields: number;
};

// Codes, as a text of a hundred thousand characters is not to be cut into as many.
const QUOTE = 0x22;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The shape of `text`, which need not be JSON as a whole. */
export function jsonShape(text: string): JsonShape {
  let [level, depth, fields] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === COLON) fields++;
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) level--;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      level++;
      depth = Math.max(depth, level);
    }
  }
  return { depth, fields };
}

/** Where the string that begins at `start` has its last quote. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return text.length;
}

/** Fields of all objects in a value that JSON can hold. */
export function fieldsIn(value: unknown): number {
  let fields = 0;
  if (Array.isArray(value)) for (const item of value) fields += fieldsIn(item);
  else if (isObject(value)) for (const field in value) fields += 1 + fieldsIn(value[field]);
  return fields;
}
