import { dayKindOn } from '../timetable/bells.ts';
import { keptIn } from '../timetable/kept-in.ts';
import type { Hero } from '../timetable/wall.ts';
import { trackNames, type Voice } from './voice.ts';

/** What is special about the day of some tracks, by its exceptions: for whom, if not for all of them. */
export function labelsOf(voice: Voice, heroes: readonly Pick<Hero, 'tracks' | 'day'>[]): string {
  const known = new Map<string, number[]>();
  for (const { tracks, day } of heroes) {
    const { labels = [] } = dayKindOn(voice.snapshot, day) || {};
    for (const track of tracks) {
      keptIn(known, voice.say(labels[track] || undefined), () => []).push(track);
    }
  }
  return Array.from(known, ([label, tracks]) =>
    label && known.size > 1 ? `${trackNames(voice, tracks)}: ${label}` : label,
  )
    .filter((text) => text !== '')
    .join(' · ');
}
