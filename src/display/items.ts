import type { Wall } from '../timetable/wall.ts';
import type { IconName } from './icon.tsx';
import { dateText, joinNames, namesOf, type Names, type Voice } from './voice.ts';

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
  const notices = wall.notices.map(({ text, detail, level }): Item => ({
    kind: 'notice',
    icon: 'horn',
    label: words.notice,
    text: say(text),
    detail: say(detail),
    isImportant: level === 'important',
  }));
  const honours = wall.honours.map(({ name, reason }): Item => ({
    kind: 'honour',
    icon: 'star',
    label: words.honour,
    text: say(name),
    detail: say(reason),
    isImportant: false,
  }));
  const events = wall.events.map(({ name, date, through }): Item => ({
    kind: 'event',
    icon: 'calendar',
    label: words.comingUp,
    text: say(name),
    detail: [date, ...(through === undefined || through === date ? [] : [through])]
      .map((day) => dateText(voice, day))
      .join(' – '),
    isImportant: false,
  }));
  // In an exam, nothing but what matters.
  const isExam = wall.heroes.some(({ current }) => current.some(({ kind }) => kind === 'exam'));
  const items = [...notices, ...honours, ...events];
  return isExam ? items.filter(({ isImportant }) => isImportant) : items;
}

/** Who is on duty, one text for each place: in full, with short names, and without the places. */
export function dutiesOf(voice: Voice, { duties }: Wall): readonly (readonly string[])[] {
  return duties.map(({ t, place }) => {
    const names = joinNames(
      t.reduce<readonly Names[]>((all, at) => {
        const found = voice.snapshot.teachers[at];
        return found ? all.concat([namesOf(voice, found)]) : all;
      }, []),
    );
    const where = place ? ` (${voice.say(place)})` : '';
    return [...names.map((name) => name + where), names[1]];
  });
}

/** An item in one line. */
export function lineOf({ text, detail, kind }: Item): string {
  return detail && kind !== 'notice' ? `${text} · ${detail}` : text;
}
