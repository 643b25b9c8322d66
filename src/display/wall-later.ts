import type { Wall } from '../timetable/wall.ts';

/** A wall as it is at a later instant before its next change: only its clock has gone on. */
export function wallLater(wall: Wall, instant: number): Wall {
  const { civil } = wall;
  const second = civil.second + Math.floor(instant / 1000) - Math.floor(wall.instant / 1000);
  return { ...wall, instant, civil: { ...civil, second } };
}
