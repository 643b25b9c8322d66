import { isObject } from '../contract/guard.ts';
import { pathTo, type Problem } from '../contract/parse.ts';

/**
 * Fields of `input` that reading it into `output` left out. A screen ignores them, since it may be
 * older than the server; to an office they may be typing errors.
 */
export function unknownFields(input: unknown, output: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  // Of tens of thousands of fields none may be unknown: only those get a path.
  const steps: (string | number)[] = [];

  function visit(from: unknown, to: unknown) {
    if (Array.isArray(from) && Array.isArray(to)) {
      for (let at = 0; at < from.length; at++) {
        if (isNested(from[at])) enter(at, from[at], to[at]);
      }
    } else if (isObject(from) && isObject(to)) {
      for (const field in from) {
        if (!(field in to)) {
          if (steps.length > 0 || field !== '$schema') problems.push(unknownAt(field));
        } else if (isNested(from[field])) enter(field, from[field], to[field]);
      }
    }
  }

  function enter(step: string | number, from: unknown, to: unknown) {
    steps.push(step);
    visit(from, to);
    steps.pop();
  }

  function unknownAt(field: string): Problem {
    const path = pathTo(steps.reduce<string>(pathTo, ''), field);
    return { path, message: 'is not a field of a school document: check its spelling' };
  }

  visit(input, output);
  return problems;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
