/** A field of an answer of the API. Throws a `TypeError` when there is no such field. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw new TypeError(`There is no ${name}`);
  return Object.entries(value).find(([field]) => field === name)?.[1];
}

/** The text in a field of an answer of the API. Throws a `TypeError` when there is none. */
export function textIn(value: unknown, name: string): string {
  const found = fieldOf(value, name);
  if (typeof found !== 'string') throw new TypeError(`There is no ${name}`);
  return found;
}
