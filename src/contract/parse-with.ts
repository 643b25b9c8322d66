import * as v from 'valibot';

import { ParseError, pathTo, problemAt, type Problem } from './parse.ts';

/**
 * The value that `schema` describes. Throws a `ParseError` that lists every problem found: for what
 * people write. It never reaches a TV, where `parseAs` says the first.
 */
export function parseWith<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  what: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new ParseError(what, result.issues.map(problemOf));
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).reduce((text, { key }) => pathTo(text, key), '');
  return problemAt(path, issue.input, issue.message);
}
