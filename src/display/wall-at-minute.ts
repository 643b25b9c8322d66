import type { Wall } from '../timetable/wall.ts';
import { stepsIn } from './holds.ts';

const MS_PER_MINUTE = 60_000;

/**
 * A wall as it is when the minute of a later instant begins, before its next change, or as it was made
 * if that was in this minute: only its clock has gone on.
 */
export function wallAtMinute(wall: Wall, instant: number): Wall {
  const { civil } = wall;
  const minute = stepsIn(instant, MS_PER_MINUTE) * MS_PER_MINUTE;
  const later = Math.max(wall.instant, minute);
  const second = civil.second + Math.ceil((later - wall.instant) / 1000);
  return { ...wall, instant: later, civil: { ...civil, second } };
}
