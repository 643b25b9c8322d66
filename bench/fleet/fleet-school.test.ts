import { expect, test } from 'vitest';

import { schoolOffsets } from '../../server/school-offsets.ts';
import { parseSnapshot } from '../../src/contract/snapshot.ts';
import { compile } from '../../src/school/compile.ts';
import { pollingOf } from '../../src/timetable/polling.ts';
import { fleetSchool } from './fleet-school.ts';

const AT = Date.parse('2028-02-11T10:00:00Z');
const OPTIONS = { classes: 8, at: AT, pollingSeconds: 60, edition: 1 };

test('every minute of the days around a run is in school hours, whatever the date', () => {
  const school = fleetSchool(OPTIONS);
  const snapshot = compile(school, { offsets: schoolOffsets(school), salt: 'salt' });
  const { isInHours } = pollingOf(parseSnapshot(JSON.stringify(snapshot)), 0);
  for (let minute = -1440; minute <= 1440; minute += 1) {
    expect(isInHours(AT + minute * 60_000)).toBe(true);
  }
});

test('the next edition is another snapshot of the same school', () => {
  const [one, two] = [1, 2].map((edition) => fleetSchool({ ...OPTIONS, edition }));
  expect(one).not.toEqual(two);
  expect({ ...one, notices: [] }).toEqual({ ...two, notices: [] });
});
