import type { PeriodKind } from '../contract/snapshot.ts';
import type { PeriodAt } from '../timetable/wall.ts';
import type { IconName } from './icon.tsx';
import { isolated, namesOf, type Names, type Voice } from './voice.ts';
import type { Words } from './words/words.ts';

/** What stands in a tile or over a bar: one or two letters, or a picture. */
export type Label = { readonly text: string } | { readonly icon: IconName };

/** The names of a period, longest first: the school's, or the usual ones of its kind. */
export function periodNames(voice: Voice, { key, kind, name, short }: PeriodAt): Names {
  if (name) return namesOf(voice, { name, short });
  const own =
    kind === 'lesson' ? voice.figures(voice.words.period(key)) : kindName(voice.words, kind);
  return [own, own];
}

function kindName(words: Words, kind: Exclude<PeriodKind, 'lesson'>): string {
  return words[kind];
}

/** The first name of a period as it stands inside a sentence. */
export function periodName(voice: Voice, period: PeriodAt): string {
  return isolated(periodNames(voice, period)[0]);
}

/** The number of a lesson, as people call it by; for anything else, and unnumbered ones, a picture. */
export function periodLabel(voice: Voice, period: PeriodAt): Label {
  const { kind } = period;
  if (kind === 'passing') return { icon: 'walk' };
  if (kind !== 'lesson') return { icon: kind === 'other' ? 'star' : kind };
  const names = [period.key, ...periodNames(voice, period).slice().reverse()];
  for (const name of names) {
    // "3", "P3" and "Block 3" are all the third; a lone "B" is B.
    const [, number] = /(?:^|[^\d٠-٩])([\d٠-٩]{1,2})$/.exec(name) || [];
    const text = number || (name.length < 3 && name);
    if (text) return { text: voice.figures(text) };
  }
  return { icon: 'book' };
}
