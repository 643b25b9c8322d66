import { pathTo, type Problem } from '../contract/parse.ts';

/**
 * Fields of `input` that reading it into `output` left out. A screen ignores them, since it may be
 * older than the server; to an office they may be typing errors.
 */
export function unknownFields(input: unknown, output: unknown, path = ''): readonly Problem[] {
  if (Array.isArray(input) && Array.isArray(output)) {
    return input.flatMap((item, index) => unknownFields(item, output[index], pathTo(path, index)));
  }
  if (!isRecord(input) || !isRecord(output)) return [];
  return Object.keys(input).flatMap((key) => {
    const inner = pathTo(path, key);
    if (path === '' && key === '$schema') return [];
    if (!(key in output)) {
      return [{ path: inner, message: 'is not a field of a school document: check its spelling' }];
    }
    return unknownFields(input[key], output[key], inner);
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
