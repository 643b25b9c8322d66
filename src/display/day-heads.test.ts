import { expect, test } from 'vitest';

import type { Row } from '../timetable/wall.ts';
import { dayHeads } from './day-heads.ts';

/** A row whose periods begin at these instants; 0: its track has no such period. */
function rowOf(...starts: readonly number[]): Row {
  return {
    class: 0,
    cells: starts.map((start) => ({
      entries: [],
      ...(start > 0 && { period: { key: '', kind: 'lesson', start, end: start + 1, day: 0 } }),
    })),
  };
}

test('where all rows agree there is one line of times', () => {
  expect(dayHeads([rowOf(1, 5), rowOf(1, 5)], 2)).toEqual([{ at: 0, starts: [1, 5] }]);
});

test('a period that a track lacks is no other time', () => {
  expect(dayHeads([rowOf(1, 0), rowOf(1, 5)], 2)).toEqual([{ at: 0, starts: [1, 5] }]);
});

test('tracks that differ have lines of their own above their rows, with what differs', () => {
  expect(dayHeads([rowOf(1, 5), rowOf(1, 5), rowOf(1, 6), rowOf(1, 7)], 2)).toEqual([
    { at: 0, starts: [1, 5] },
    { at: 2, starts: [undefined, 6] },
    { at: 3, starts: [undefined, 7] },
  ]);
});

test('where rows of two tracks alternate, what differs has no time', () => {
  expect(dayHeads([rowOf(1, 5), rowOf(1, 6), rowOf(1, 5)], 2)).toEqual([
    { at: 0, starts: [1, undefined] },
  ]);
});

test('a day without classes on the screen has one line without times', () => {
  expect(dayHeads([], 2)).toEqual([{ at: 0, starts: [undefined, undefined] }]);
});
