import momentTimezone from 'moment-timezone';

import type { Offsets } from '../src/timetable/civil.ts';

// The data of a pinned package, not Node's own, which differs by version and trails the laws.
const { tz } = momentTimezone;

/** Release of the IANA time-zone database in use, such as `2026f`. */
export const zoneDataVersion: string = tz.dataVersion;

/**
 * Every UTC offset that a zone has had and is going to have, ascending from the first;
 * `undefined` when the IANA database knows no such zone.
 */
export function zoneOffsets(zone: string): Offsets | undefined {
  const data = tz.zone(zone);
  if (data === null) return undefined;
  return data.offsets.map((minutesWest, row): readonly [number, number] => {
    // The first holds from the beginning; its own start only has to come before the second's.
    const from = row === 0 ? Math.min(0, (data.untils[0] ?? 0) - 1) : (data.untils[row - 1] ?? 0);
    return [Math.round(from), Math.round(-minutesWest * 60)];
  });
}
