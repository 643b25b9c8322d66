import { readFileSync } from 'node:fs';

import { ParseError, type Problem } from '../../src/contract/parse.ts';
import type { School } from '../../src/contract/school.ts';
import { readSchool } from '../../src/school/read-school.ts';
import type { Offsets } from '../../src/timetable/civil.ts';
import { zoneOffsets } from '../zone-offsets.ts';

/**
 * The school in a file (`-`: standard input), and the UTC offsets of its zone. Throws a `ParseError`
 * that lists every problem, or the error of the file system.
 */
export function openSchool(file: string): {
  readonly school: School;
  readonly warnings: readonly Problem[];
  readonly offsets: Offsets;
} {
  const { school, warnings } = readSchool(readFileSync(file === '-' ? 0 : file));
  const offsets = zoneOffsets(school.zone);
  if (offsets === undefined) {
    throw new ParseError('school', [
      {
        path: 'zone',
        message: `is "${school.zone}", a time zone that the IANA database does not have: write one such as "Asia/Riyadh"`,
      },
    ]);
  }
  return { school, warnings, offsets };
}
