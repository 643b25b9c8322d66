import { dayKindOn } from '../timetable/bells.ts';
import { keptIn } from '../timetable/kept-in.ts';
import { trackNames, type Voice } from './voice.ts';

/** What is special about `day`, by the labels of its exceptions: for whom, if not for all of `tracks`. */
export function labelsOf(voice: Voice, tracks: readonly number[], day: number): string {
  const { labels = [] } = dayKindOn(voice.snapshot, day) || {};
  const known = new Map<string, number[]>();
  for (const track of tracks) {
    keptIn(known, voice.say(labels[track] || undefined), () => []).push(track);
  }
  return Array.from(known)
    .filter(([label]) => label !== '')
    .map(([label, own]) =>
      own.length < tracks.length ? `${trackNames(voice, own)}: ${label}` : label,
    )
    .join(' · ');
}
