import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { makeSnapshot } from '../src/timetable/snapshot.fixture.ts';
import { checkedEncodings } from './checked-encodings.ts';
import { snapshotBytes } from './snapshot-bytes.ts';

test('both compressed forms are those of the very bytes', async () => {
  const bytes = snapshotBytes(makeSnapshot());
  const { identity, gzip, br } = await checkedEncodings(bytes);
  expect(identity).toBe(bytes);
  expect(new Uint8Array(gunzipSync(gzip))).toEqual(bytes);
  expect(new Uint8Array(brotliDecompressSync(br))).toEqual(bytes);
});

test('a snapshot that refers to a class that is not there is refused, although it can be compressed', async () => {
  const bytes = snapshotBytes(makeSnapshot({ lessons: [{ c: 99, d: 0, p: '1', s: 0 }] }));
  await expect(checkedEncodings(bytes)).rejects.toThrow(
    /^Cannot read school: makes a snapshot that no screen can use: .*lessons\[0\]\.c is 99/,
  );
});
