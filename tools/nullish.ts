/*
 * What `?.` and `??` become on the way to a TV, which knows neither (`nullish-plugin.ts`).
 */

const NOTHING = Object.create(null);

/** `value`, to read a property of; in the place of none, something that has no properties. */
export function orNothing<Value>(value: Value): Value {
  return value === undefined || value === null ? NOTHING : value;
}

/** `value`, or `other` in the place of none. */
export function orElse<Value, Other>(value: Value, other: Other): NonNullable<Value> | Other {
  return value === undefined || value === null ? other : value;
}
