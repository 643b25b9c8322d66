import type { Wall } from '../timetable/wall.ts';
import type { IconName } from './icon.tsx';
import { dateText, joinNames, namesIn, type Voice } from './voice.ts';

/** Something that the school tells: a notice, an honour, or what is coming up. */
export type Item = {
  readonly kind: 'notice' | 'honour' | 'event';
  readonly icon: IconName;
  readonly label: string;
  readonly text: string;
  /** A line beneath, where there is room for one. */
  readonly detail: string;
  readonly isImportant: boolean;
};

/** All that the school tells at this time, what is important first. */
export function itemsOf(voice: Voice, wall: Wall): readonly Item[] {
  const { words, say } = voice;
  const items: readonly Item[] = [
    ...wall.notices.map(({ text, detail, level }) => ({
      kind: 'notice' as const,
      icon: 'horn' as const,
      label: words.notice,
      text: say(text),
      detail: say(detail),
      isImportant: level === 'important',
    })),
    ...wall.honours.map(({ name, reason }) => ({
      kind: 'honour' as const,
      icon: 'star' as const,
      label: words.honour,
      text: say(name),
      detail: say(reason),
      isImportant: false,
    })),
    ...wall.events.map(({ name, date, through = date }) => ({
      kind: 'event' as const,
      icon: 'calendar' as const,
      label: words.comingUp,
      text: say(name),
      detail: (through === date ? [date] : [date, through])
        .map((day) => dateText(voice, day))
        .join(' – '),
      isImportant: false,
    })),
  ];
  // In an exam, nothing but what matters.
  const isExam = wall.heroes.some(({ current }) => current.some(({ kind }) => kind === 'exam'));
  return items.filter(({ isImportant }) => isImportant || !isExam);
}

/** Who is on duty, one text for each place: in full, with short names, and without the places. */
export function dutiesOf(voice: Voice, { duties }: Wall): readonly (readonly string[])[] {
  return duties.map(({ t, place }) => {
    const [full, short] = joinNames(namesIn(voice, voice.snapshot.teachers, t));
    const where = place ? ` (${voice.say(place)})` : '';
    return [full + where, short + where, short];
  });
}

/** An item in one line. */
export function lineOf({ text, detail, kind }: Item): string {
  return detail && kind !== 'notice' ? `${text} · ${detail}` : text;
}
