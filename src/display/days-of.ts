import { periodsOn } from '../timetable/bells.ts';
import { keptIn } from '../timetable/kept-in.ts';
import type { Hero, PeriodAt } from '../timetable/wall.ts';
import { trackNames, type Voice } from './voice.ts';

/** The day of one or more tracks. */
export type Day = { readonly track: string; readonly periods: readonly PeriodAt[] };

/** The days of a hero's tracks, which may differ before and after what they share now; equal ones once. */
export function daysOf(voice: Voice, { tracks, day }: Hero): readonly Day[] {
  const { snapshot } = voice;
  const days = new Map<string, number[]>();
  for (const track of tracks) {
    keptIn(days, JSON.stringify(periodsOn(snapshot, track, day)), () => []).push(track);
  }
  return Array.from(days.values(), (own) => {
    const [first = 0] = own;
    return { track: trackNames(voice, own), periods: periodsOn(snapshot, first, day) };
  });
}
