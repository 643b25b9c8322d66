import type * as v from 'valibot';

import { isObject } from './guard.ts';

/** Whether reading a value would return just that. */
type Holds = (value: unknown) => boolean;

const never: Holds = () => false;

/**
 * `schema` with its types, results and messages; but a value that it would only copy, as there is
 * nothing in it to refuse, fill in or leave out, is returned itself. Of thousands of lessons nearly all are so.
 *
 * What such a value is like is read from the schema, once; what this file does not know is copied.
 */
export function uncopied<const Schema extends v.GenericSchema>(schema: Schema): Schema {
  const holds = holdsIn(schema);
  const isUnchanged = (value: unknown): value is v.InferOutput<Schema> => holds(value);
  return {
    ...schema,
    '~run'(dataset, config) {
      const { value } = dataset;
      return isUnchanged(value) ? { typed: true, value } : schema['~run'](dataset, config);
    },
  };
}

/** For a schema, or for a step of its pipe. */
function holdsIn(part: unknown): Holds {
  if (!isObject(part)) return never;
  const { type, pipe, requirement } = part;
  if (Array.isArray(pipe)) return holdsInPipe(pipe);
  if (type === 'string') return (value) => typeof value === 'string';
  if (type === 'regex' && requirement instanceof RegExp) {
    return (value) => typeof value === 'string' && requirement.test(value);
  }
  if (type === 'max_length' && typeof requirement === 'number') {
    return (value) => typeof value === 'string' && value.length <= requirement;
  }
  if (type === 'picklist' && Array.isArray(part['options'])) {
    const options = new Set<unknown>(part['options']);
    return (value) => options.has(value);
  }
  if (type === 'optional') return holdsIn(part['wrapped']);
  if (type === 'array') return holdsInList(part['item']);
  if (type === 'object' && isObject(part['entries'])) return holdsInObject(part['entries']);
  return never;
}

// The first step of a pipe is the schema that it began with.
function holdsInPipe(steps: readonly unknown[]): Holds {
  const parts = steps.map(holdsIn);
  return (value) => parts.every((holds) => holds(value));
}

function holdsInList(item: unknown): Holds {
  const holds = holdsIn(item);
  return (value) => Array.isArray(value) && value.every(holds);
}

function holdsInObject(entries: Readonly<Record<string, unknown>>): Holds {
  const fields = new Map(
    Object.entries(entries).map(([name, entry]) => [
      name,
      { holds: holdsIn(entry), isNeeded: isNeeded(entry) },
    ]),
  );
  const needed = Array.from(fields.values()).filter((field) => field.isNeeded).length;
  return (value) => {
    if (!isObject(value)) return false;
    let found = 0;
    for (const name in value) {
      const field = fields.get(name);
      if (!field?.holds(value[name])) return false;
      if (field.isNeeded) found++;
    }
    return found === needed;
  };
}

/** One that is missing is refused, or filled in. */
function isNeeded(entry: unknown): boolean {
  return !isObject(entry) || entry['type'] !== 'optional' || entry['default'] !== undefined;
}
