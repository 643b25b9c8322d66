import type { Snapshot } from '../contract/snapshot.ts';
import { textIn, type Named, type Text } from '../contract/text.ts';
import { civilAt, dateOf, weekdayOf } from '../timetable/civil.ts';
import { BETWEEN, FILL, type WidthOf } from './fit.ts';
import type { Forms, Words } from './words/words.ts';

/** How one screen speaks: its language's words, the school's digits, clock and zone, and its face. */
export type Voice = {
  readonly words: Words;
  readonly snapshot: Snapshot;
  /** A text of the school in the screen's language, or in the school's first. */
  readonly say: (text: Text | undefined) => string;
  /** A text with the digits that the school reads. */
  readonly figures: (text: string | number) => string;
  readonly plural: <Value>(forms: Forms<Value>, count: number) => Value;
  readonly widthOf: WidthOf;
  /** Whether it is `March 1`. */
  readonly isMonthFirst: boolean;
  /** Width in em of a digit that may become any other. */
  readonly digit: number;
};

const LATIN_DIGIT = 0.6;
const ARABIC_DIGITS = '٠١٢٣٤٥٦٧٨٩';

/** Languages of a screen whose own is `language`, the first it has wins. */
export function languagesOf({ school }: Snapshot, language: string | undefined): readonly string[] {
  return language === undefined ? school.languages : [language, ...school.languages];
}

/** The voice of a screen whose own language is `language`, if it has one, in the words of one. */
export function createVoice(
  snapshot: Snapshot,
  language: string | undefined,
  words: Words,
  widthOf: WidthOf,
): Voice {
  const order = languagesOf(snapshot, language);
  const isArabic = snapshot.school.digits === 'arab' && words.arabicDigits;
  const rules = new Intl.PluralRules(words.language);
  return {
    words,
    snapshot,
    say: (text) => figures(text ? textIn(text, order) : ''),
    figures,
    plural: (forms, count) => forms[rules.select(count)] || forms.other,
    widthOf,
    isMonthFirst: order.some((tag) => tag === words.monthFirst),
    digit: isArabic
      ? Math.max(...ARABIC_DIGITS.split('').map((one) => widthOf(one, 700))) / FILL
      : LATIN_DIGIT,
  };

  function figures(text: string | number): string {
    const latin = String(text);
    return isArabic ? latin.replace(/\d/g, (digit) => ARABIC_DIGITS.charAt(Number(digit))) : latin;
  }
}

export const LEFT_TO_RIGHT = '\u2066';
export const OWN_DIRECTION = '\u2068';

/** `text` as an island that runs left to right in either direction; for `Said`. */
export function ltr(text: string): string {
  return `${LEFT_TO_RIGHT}${text}\u2069`;
}

/** `text` as an island that runs as its own first letter says; for `Said`. */
export function isolated(text: string): string {
  return `${OWN_DIRECTION}${text}\u2069`;
}

/** What something is called: in full, and in the official short form (the full one without any). */
export type Names = readonly [full: string, short: string];

export function namesOf(voice: Voice, { name, short }: Pick<Named, 'name' | 'short'>): Names {
  const full = voice.say(name);
  return [full, short ? voice.say(short) : full];
}

/** Names of those rows of a table of the snapshot that `indexes` point to. */
export function namesIn(
  voice: Voice,
  table: readonly Pick<Named, 'name' | 'short'>[],
  indexes: readonly number[],
): readonly Names[] {
  return indexes.reduce<readonly Names[]>((names, index) => {
    const found = table[index];
    return found ? names.concat([namesOf(voice, found)]) : names;
  }, []);
}

/** Several at once, such as "Art / Music"; what is named twice is said once. */
export function joinNames(several: readonly Names[]): Names {
  return [join(several.map(([full]) => full)), join(several.map(([, short]) => short))];
}

function join(texts: readonly string[]): string {
  return texts.filter((text, at) => texts.indexOf(text) === at).join(BETWEEN);
}

/** `9:28` of a true instant or of seconds since midnight, without half of the day. */
export function clockText({ snapshot, figures }: Voice, second: number): string {
  const minute = Math.floor(second / 60);
  const hour = Math.floor(minute / 60) % 24;
  const shown = snapshot.school.hourCycle === 'h12' ? hour % 12 || 12 : hour;
  return figures(`${shown}:${String(minute % 60).padStart(2, '0')}`);
}

/** The half of the day, where the school counts to twelve. */
export function halfOfDay({ words, snapshot }: Voice, second: number): string {
  if (snapshot.school.hourCycle === 'h23') return '';
  return second % 86_400 < 43_200 ? words.am : words.pm;
}

/** What the bell clock reads when a bell rings, such as `8:55`: an island within a sentence. */
export function bellTime(voice: Voice, instant: number): string {
  return timeText(voice, bellSecond(voice, instant));
}

/** The same without half of the day, where it is clear from what is around. */
export function bellClock(voice: Voice, instant: number): string {
  return ltr(clockText(voice, bellSecond(voice, instant)));
}

/** `8:55 am` where the school counts to twelve, of seconds since midnight; for `Said`. */
export function timeText(voice: Voice, second: number): string {
  const half = halfOfDay(voice, second);
  return ltr(clockText(voice, second)) + (half && `\u00a0${half}`);
}

/** From one bell to another, such as `8:55–9:40`: one island. */
export function bellRange(voice: Voice, start: number, end: number): string {
  const [from, until] = [start, end].map((one) => clockText(voice, bellSecond(voice, one)));
  // Arabic-Indic digits would turn the dash, and with it the order of the two.
  return ltr(`${from}\u200e–\u200e${until}`);
}

function bellSecond({ snapshot }: Voice, instant: number): number {
  return civilAt(snapshot.offsets, instant + snapshot.school.bellOffsetMs).second;
}

/** `Sunday 23 November` or `Sunday, November 23`, from a day number. */
export function dateText(voice: Voice, day: number): string {
  const between = voice.isMonthFirst ? ', ' : ' ';
  return weekdayText(voice, day) + between + dayAndMonth(voice, day);
}

/** `Sun 23 Nov`, in languages that shorten names so. */
export function briefDate(voice: Voice, day: number): string {
  const words = dateText(voice, day).split(' ');
  return words.map((word) => word.slice(0, voice.words.shortTo)).join(' ');
}

/** `Sunday`, from a day number. */
export function weekdayText({ words }: Voice, day: number): string {
  const { [weekdayOf(day)]: name = '' } = words.weekdays;
  return name;
}

/** `23 November` or `November 23`, from a day number. */
export function dayAndMonth({ words, figures, isMonthFirst }: Voice, day: number): string {
  const { month, date } = dateOf(day);
  const { [month - 1]: name = '' } = words.months;
  const number = (date === 1 && words.first) || figures(date);
  return isMonthFirst ? `${name} ${number}` : `${number} ${name}`;
}

/** The names of several tracks (indexes), in one text. */
export function trackNames({ say, snapshot }: Voice, tracks: readonly number[]): string {
  const own = snapshot.tracks.filter((_, track) => tracks.indexOf(track) >= 0);
  return own.map(({ name }) => say(name)).join(' · ');
}

/** `text` as it begins a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
