import { dayKindOn } from '../timetable/bells.ts';
import type { Voice } from './voice.ts';

/** Where a school day stands in the school's rotation: the name of its cycle day, its week's letter. */
export function rotationOn({ words, say, snapshot }: Voice, day: number): readonly string[] {
  const { cycleDay = -1, letter, schedules = [] } = dayKindOn(snapshot, day) || {};
  // Weeks have letters in the holidays, too.
  if (schedules.every((schedule) => schedule === null)) return [];
  const { [cycleDay]: turn } = snapshot.cycle || [];
  return [turn ? say(turn.name) : '', letter ? words.week(letter) : ''].filter(
    (text) => text !== '',
  );
}
