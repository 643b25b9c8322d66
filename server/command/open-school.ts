import type { Problem } from '../../src/contract/parse.ts';
import type { School } from '../../src/contract/school.ts';
import { readSchool } from '../../src/school/read-school.ts';
import type { Offsets } from '../../src/timetable/civil.ts';
import { schoolOffsets } from '../school-offsets.ts';
import { readInput } from './read-input.ts';

/**
 * The school in a file (`-`: standard input), and the UTC offsets of its zone. Throws a `ParseError`
 * that lists every problem, or an error that says why the file cannot be read.
 */
export function openSchool(file: string): {
  readonly school: School;
  readonly warnings: readonly Problem[];
  readonly offsets: Offsets;
} {
  const { school, warnings } = readSchool(readInput(file));
  return { school, warnings, offsets: schoolOffsets(school) };
}
