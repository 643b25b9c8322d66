import { expect, test } from 'vitest';

import { makeSnapshot } from '../timetable/snapshot.fixture.ts';
import { ParseError } from './parse.ts';
import { readSnapshot } from './read-snapshot.ts';
import { parseSnapshot } from './snapshot.ts';

test('a snapshot is read as the parser of the endpoint reads it', () => {
  const text = JSON.stringify(makeSnapshot());
  expect(readSnapshot(text)).toEqual(parseSnapshot(text));
});

test.each([
  ['<html>', /it is not JSON/],
  ['null', /is null, not an object/],
  [JSON.stringify({ ...makeSnapshot(), format: 'snapshot/2' }), /format is "snapshot\/2"/],
  [JSON.stringify({ ...makeSnapshot(), school: {} }), /school\.id is missing/],
  [JSON.stringify({ ...makeSnapshot(), polling: undefined }), /polling is missing/],
  // Slots of no length would be counted for ever.
  [
    JSON.stringify(makeSnapshot({ polling: { inHoursMs: 0, offHoursMs: 900_000 } })),
    /polling\.inHoursMs is 0, not more than 0/,
  ],
])('%.40s is refused', (text, message) => {
  expect(() => readSnapshot(text)).toThrow(ParseError);
  expect(() => readSnapshot(text)).toThrow(message);
});
