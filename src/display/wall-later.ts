import type { Wall } from '../timetable/wall.ts';

/** A wall as it is at a later instant before its next change: only its clock has gone on. */
export function wallLater(wall: Wall, instant: number): Wall {
  const { civil } = wall;
  const second = civil.second + Math.floor(instant / 1000) - Math.floor(wall.instant / 1000);
  return { ...wall, instant, civil: { ...civil, second } };
}

const MS_PER_MINUTE = 60_000;

/** Whole minutes of an instant. */
export function minuteOf(instant: number): number {
  return Math.floor(instant / MS_PER_MINUTE);
}

/** A wall as it is when a later `minute` begins, or as it was made if that was in it. */
export function wallAtMinute(wall: Wall, minute: number): Wall {
  return wallLater(wall, Math.max(wall.instant, minute * MS_PER_MINUTE));
}
