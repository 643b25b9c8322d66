import { ParseError, problemAt } from './parse.ts';

/*
 * What a value must be like, said in so few bytes that a TV can carry it: a guard narrows a value
 * and copies nothing, fields that it does not know are let through, and the first fault ends it.
 */

/** Whether `value` is a `T`; what is wrong with one that is not, and where, is written down. */
export type Guard<T> = (value: unknown, reading: Reading) => value is T;

/** The type that a guard lets through. */
export type Guarded<G> = G extends Guard<infer T> ? T : never;

type Reading = {
  /** The whole document, for what refers to another part of it. */
  readonly document: unknown;
  /** Steps to the last fault found, such as `.periods[3].start`. */
  path?: string;
  /** What is there. */
  found?: unknown;
  /** What is not. */
  expected?: string;
};

type Fields = { readonly [name: string]: Guard<unknown> };
/** A field whose guard allows `undefined` may be left out. */
type GuardedFields<F extends Fields> = Flat<
  {
    readonly [K in keyof F as undefined extends Guarded<F[K]> ? never : K]: Guarded<F[K]>;
  } & {
    readonly [K in keyof F as undefined extends Guarded<F[K]> ? K : never]?: Guarded<F[K]>;
  }
>;
type Flat<T> = { readonly [K in keyof T]: T[K] };

/** `value` as `guard` describes it. Throws a `ParseError` that names the first fault. */
export function parseAs<T>(guard: Guard<T>, value: unknown, what: string): T {
  const reading: Reading = { document: value };
  if (guard(value, reading)) return value;
  const { path = '', found, expected } = reading;
  throw new ParseError(what, [problemAt(path.replace(/^\./, ''), found, `not ${expected}`)]);
}

/** For a value that may well be something else. */
export function is<T>(guard: Guard<T>, value: unknown): value is T {
  return guard(value, { document: value });
}

export const string: Guard<string> = (value, reading): value is string =>
  typeof value === 'string' || isNot('a text', value, reading);

export const boolean: Guard<boolean> = (value, reading): value is boolean =>
  typeof value === 'boolean' || isNot('true or false', value, reading);

/** Finite: JSON can write a number that is too large to be one. */
export const number: Guard<number> = (value, reading): value is number =>
  Number.isFinite(value) || isNot('a number', value, reading);

export const integer = where(number, 'a whole number', Number.isInteger);

export const natural = where(integer, 'a whole number from 0', (value) => value >= 0);

export const positive = where(number, 'more than 0', (value) => value > 0);

/** One of the values given. */
/* @__NO_SIDE_EFFECTS__ */
export function oneOf<const V extends string | null>(...values: readonly V[]): Guard<V> {
  return (value, reading): value is V =>
    values.some((one) => one === value) || isNot(`one of ${values.join(', ')}`, value, reading);
}

/* @__NO_SIDE_EFFECTS__ */
export function matching(pattern: RegExp, what: string): Guard<string> {
  return where(string, what, (value) => pattern.test(value));
}

/** What `guard` lets through and `holds` for; `what` says the latter in words. */
/* @__NO_SIDE_EFFECTS__ */
export function where<T>(
  guard: Guard<T>,
  what: string,
  holds: (value: T, document: unknown) => boolean,
): Guard<T> {
  return (value, reading): value is T =>
    guard(value, reading) && (holds(value, reading.document) || isNot(what, value, reading));
}

/* @__NO_SIDE_EFFECTS__ */
export function optional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value, reading): value is T | undefined => value === undefined || guard(value, reading);
}

/* @__NO_SIDE_EFFECTS__ */
export function nullable<T>(guard: Guard<T>): Guard<T | null> {
  return (value, reading): value is T | null => value === null || guard(value, reading);
}

/** What any of `guards` lets through; what it is not is said by the last of them. */
/* @__NO_SIDE_EFFECTS__ */
export function either<const G extends readonly Guard<unknown>[]>(
  ...guards: G
): Guard<Guarded<G[number]>> {
  return (value, reading): value is Guarded<G[number]> =>
    guards.some((guard) => guard(value, reading));
}

/* @__NO_SIDE_EFFECTS__ */
export function list<T>(item: Guard<T>): Guard<readonly T[]> {
  return (value, reading): value is readonly T[] =>
    Array.isArray(value)
      ? value.every((one, at) => item(one, reading) || isAt(`[${at}]`, reading))
      : isNot('a list', value, reading);
}

/* @__NO_SIDE_EFFECTS__ */
export function nonEmpty<T>(item: Guard<T>): Guard<readonly T[]> {
  return where(list(item), 'a list of one or more', ({ length }) => length > 0);
}

/** A list that begins with what `items` describe. */
/* @__NO_SIDE_EFFECTS__ */
export function tuple<const G extends readonly Guard<unknown>[]>(
  ...items: G
): Guard<{ readonly [K in keyof G]: Guarded<G[K]> }> {
  return (value, reading): value is { readonly [K in keyof G]: Guarded<G[K]> } =>
    Array.isArray(value)
      ? items.every((item, at) => item(value[at], reading) || isAt(`[${at}]`, reading))
      : isNot('a list', value, reading);
}

/* @__NO_SIDE_EFFECTS__ */
export function object<F extends Fields>(fields: F): Guard<GuardedFields<F>> {
  const entries = Object.entries<Guard<unknown>>(fields);
  return (value, reading): value is GuardedFields<F> =>
    isObject(value)
      ? entries.every(([name, guard]) => guard(value[name], reading) || isAt(`.${name}`, reading))
      : isNot('an object', value, reading);
}

/** An object whose fields, whatever their names, are what `item` describes. */
/* @__NO_SIDE_EFFECTS__ */
export function record<T>(item: Guard<T>): Guard<{ readonly [name: string]: T }> {
  return (value, reading): value is { readonly [name: string]: T } =>
    isObject(value)
      ? Object.keys(value).every((name) => item(value[name], reading) || isAt(`.${name}`, reading))
      : isNot('an object', value, reading);
}

export function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNot(expected: string, found: unknown, reading: Reading): false {
  reading.path = '';
  reading.found = found;
  reading.expected = expected;
  return false;
}

function isAt(step: string, reading: Reading): false {
  reading.path = step + (reading.path ?? '');
  return false;
}
