import { expect, test } from 'vitest';

import { LARGEST_SNAPSHOT_BYTES } from '../src/contract/endpoint.ts';
import { parseSnapshot } from '../src/contract/snapshot.ts';
import { makeSnapshot } from '../src/timetable/snapshot.fixture.ts';
import { checkSnapshotBytes, snapshotBytes } from './snapshot-bytes.ts';

const LOST_LESSON = makeSnapshot({ lessons: [{ c: 99, d: 0, p: '1', s: 0 }] });

test('the bytes of a snapshot are those that a screen reads, whatever the order of its fields', () => {
  const snapshot = makeSnapshot();
  const bytes = snapshotBytes(snapshot);
  expect(parseSnapshot(new TextDecoder().decode(bytes))).toEqual(snapshot);
  const { format, school, ...rest } = snapshot;
  expect(snapshotBytes({ ...rest, school, format })).toEqual(bytes);
});

test('a snapshot that refers to a class that is not there is refused before a screen sees it', () => {
  const bytes = snapshotBytes(LOST_LESSON);
  expect(() => checkSnapshotBytes(bytes)).toThrow(
    /^Cannot read school: makes a snapshot that no screen can use: .*lessons\[0\]\.c is 99/,
  );
});

test('a snapshot larger than screens take is refused', () => {
  const logo = 'x'.repeat(LARGEST_SNAPSHOT_BYTES);
  const { school } = makeSnapshot();
  expect(() => snapshotBytes(makeSnapshot({ school: { ...school, logo } }))).toThrow(
    /and screens take 2000000: publish a shorter term$/,
  );
});
