import { isObject } from '../src/contract/guard.ts';

/**
 * A value as canonical JSON (RFC 8785), so that equal contents are equal text. Throws a `RangeError`
 * for a number that JSON cannot write, and for fields that JavaScript keeps in an order of its own,
 * as it does those named by numbers.
 *
 * `JSON.stringify` writes texts and numbers as the RFC wants them, and fields as they come.
 */
export function canonicalJson(value: unknown): string {
  const sorted = inOrder(value);
  if (sorted !== value && !isInOrder(sorted)) {
    throw new RangeError('Cannot write canonical JSON: there are fields named by numbers');
  }
  return JSON.stringify(sorted);
}

/** `value` with the fields of every object in the order of their names; itself, where they are. */
function inOrder(value: unknown): unknown {
  if (isInOrder(value)) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const fields = Object.entries(isObject(value) ? value : {});
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, inOrder(field)]),
  );
}

function isInOrder(value: unknown): boolean {
  if (typeof value === 'number') return isWritten(value);
  if (Array.isArray(value)) return value.every(isInOrder);
  if (!isObject(value)) return true;
  let before = '';
  for (const name in value) {
    if (name < before || !isInOrder(value[name])) return false;
    before = name;
  }
  return true;
}

function isWritten(number: number): true {
  if (Number.isFinite(number)) return true;
  throw new RangeError(`Cannot write canonical JSON: there is ${number} in it`);
}
