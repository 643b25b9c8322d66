import type { Text } from '../contract/text.ts';
import type { Wall } from '../timetable/wall.ts';
import { isExamNow } from './has-notes.ts';
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
  const items = [
    ...wall.notices.map(({ text, detail, level }) =>
      item('notice', 'horn', words.notice, text, say(detail), level === 'important'),
    ),
    ...wall.honours.map(({ name, reason }) =>
      item('honour', 'star', words.honour, name, say(reason)),
    ),
    ...wall.events.map(({ name, date, through = date }) => {
      const dates = through === date ? [date] : [date, through];
      const detail = dates.map((day) => dateText(voice, day)).join(' – ');
      return item('event', 'calendar', words.comingUp, name, detail);
    }),
  ];
  const isExam = isExamNow(wall);
  return items.filter(({ isImportant }) => isImportant || !isExam);

  function item(
    kind: Item['kind'],
    icon: IconName,
    label: string,
    text: Text,
    detail: string,
    isImportant = false,
  ): Item {
    return { kind, icon, label, text: say(text), detail, isImportant };
  }
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
