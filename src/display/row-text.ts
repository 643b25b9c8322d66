import type { Snapshot } from '../contract/snapshot.ts';
import type { Cell, Entry, Row, Wall } from '../timetable/wall.ts';
import { isExams } from './entries-of.ts';
import { periodName } from './period-label.ts';
import { bellClock, joinNames, namesIn, weekdayText, type Names, type Voice } from './voice.ts';

/** One class in one period, in words, with the shorter forms that may replace them. */
export type RowText = {
  readonly name: string;
  /** `alt`: differs from the regular timetable. */
  readonly look: 'plain' | 'alt' | 'free';
  /** How it differs; empty: not at all. */
  readonly mark: '' | 'cover' | 'change';
  /** The word for that. */
  readonly word: string;
  /** When it begins, if that is only after what the board speaks of. */
  readonly later: string;
  /** The lesson is not held; in place of the teacher it says so, or where it went. */
  readonly isStruck: boolean;
  /** Full, then short. */
  readonly subjects: Names;
  /** Ever shorter. */
  readonly teachers: readonly string[];
  readonly rooms: Names;
  /** Several teachers at once. */
  readonly isSeveral: boolean;
  readonly isHomeRoom: boolean;
  readonly isRoomChanged: boolean;
  /** What to know of a change, when it fits. */
  readonly note: string;
};

const NOTHING: Partial<Snapshot['classes'][number] & Pick<Entry, 'mark' | 'moved' | 'note'>> = {};

const TITLE = /^(\S{1,4}\.|Mr|Mrs|Ms|Miss|Mme|Mlle|Mx|Dr|الأستاذة?) /;

/** What the board says of a class in one period. */
export function rowText(voice: Voice, wall: Wall, row: Row, cell: Cell): RowText {
  const { words, snapshot } = voice;
  const { [row.class]: one = NOTHING } = snapshot.classes;
  const { entries } = cell;
  const held = entries.filter(({ mark }) => mark !== 'cancelled' && mark !== 'moved');
  const isStruck = held.length === 0 && entries.length > 0;
  const shown = isStruck ? entries : held;
  const { [entries.findIndex((entry) => entry.mark !== undefined)]: changed = NOTHING } = entries;
  const teachers = all(({ teachers }) => namesIn(voice, snapshot.teachers, teachers));
  const rooms = all(({ rooms }) => namesIn(voice, snapshot.rooms, rooms));
  const isHomeRoom = shown.every((entry) => entry.rooms.every((room) => room === one.homeRoom));
  const mark = changed.mark === 'cover' ? 'cover' : changed.mark ? 'change' : '';
  const { board, instant } = wall;
  const { start } = cell.period || { start: 0 };
  // In a break of its own track, a class shows what it has next, and when.
  const isLater = 'rows' in board && start > ('period' in board ? board.period.start : instant);
  return {
    name: voice.say(one.name),
    look: mark ? 'alt' : entries.length > 0 ? 'plain' : 'free',
    mark,
    word: mark && words[mark],
    later: isLater && entries.length > 0 ? bellClock(voice, start) : '',
    isStruck,
    subjects: shown.length === 0 ? [words.free, words.free] : joinNames(shown.map(subjectNames)),
    teachers: isStruck ? [absence()] : teacherForms(teachers),
    isSeveral: teachers.length > 1,
    rooms: isStruck ? ['', ''] : joinNames(rooms),
    isHomeRoom,
    isRoomChanged: changed.mark === 'room',
    note: voice.say(changed.note),
  };

  function absence(): string {
    return changed.moved ? words.movedTo(placeOf(voice, wall, changed.moved)) : words.free;
  }

  function subjectNames({ subject = -1, exam }: Entry): Names {
    const [names = [words.other, words.other]] = namesIn(voice, snapshot.subjects, [subject]);
    if (!exam || !('rows' in board) || isExams(board.rows)) return names;
    return [words.examIn(names[0]), words.examIn(names[1])];
  }

  function all(namesIn: (entry: Entry) => readonly Names[]): readonly Names[] {
    return shown.reduce<readonly Names[]>((names, entry) => names.concat(namesIn(entry)), []);
  }
}

// Where a moved lesson went: named like the period of today that has its key.
function placeOf(
  voice: Voice,
  { heroes }: Wall,
  { day, period }: NonNullable<Entry['moved']>,
): string {
  const today = heroes.map((hero) => hero.today.find(({ key }) => key === period));
  const found = today.find((one) => one !== undefined);
  const name = found ? periodName(voice, found) : voice.figures(voice.words.period(period));
  return heroes.some((hero) => hero.day === day) ? name : `${name} · ${weekdayText(voice, day)}`;
}

/** Names of teachers, ever shorter: the official short ones, or without titles and with initials. */
function teacherForms(teachers: readonly Names[]): readonly string[] {
  const forms = teachers.map(([full, short]): Names => {
    const name = full.replace(TITLE, '');
    return short === full ? [name, initialed(name)] : [short, short.replace(TITLE, '')];
  });
  return [joinNames(teachers)[0], ...joinNames(forms)];
}

// "Khalid Al-Ghamdi" is still known as "K. Al-Ghamdi".
function initialed(name: string): string {
  const [first = '', ...family] = name.split(' ');
  return family.length === 0 ? name : `${first.charAt(0)}. ${family.join(' ')}`;
}
