import { ParseError } from '../src/contract/parse.ts';
import type { School } from '../src/contract/school.ts';
import type { Offsets } from '../src/timetable/civil.ts';
import { zoneOffsets } from './zone-offsets.ts';

/** The UTC offsets of the school's zone. Throws a `ParseError` when there is no such zone. */
export function schoolOffsets({ zone }: Pick<School, 'zone'>): Offsets {
  const offsets = zoneOffsets(zone);
  if (offsets !== undefined) return offsets;
  const message = `is "${zone}", a time zone that the IANA database does not have: write one such as "Asia/Riyadh"`;
  throw new ParseError('school', [{ path: 'zone', message }]);
}
