import type { ScreenSettings } from '../contract/screen.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { periodsOn } from '../timetable/bells.ts';
import { civilAt, instantOf } from '../timetable/civil.ts';
import type { Hero, PeriodAt, Row, Wall } from '../timetable/wall.ts';
import { commonBells } from './common-bells.ts';
import { dayFit, marksOn, type DayFit } from './day-fit.ts';
import type { WidthOf } from './fit.ts';
import { itemsOf } from './items.ts';
import { periodName } from './period-label.ts';
import { shapeFor, type Shape } from './shape.ts';
import { cardsOf, type Card } from './spotlight.tsx';
import { bellTime, capitalised, dateText, dayAndMonth, trackNames, type Voice } from './voice.ts';

export type BellList = { readonly title: string; readonly periods: readonly PeriodAt[] };

type DayBoardOf = Extract<Wall['board'], { readonly kind: 'day' }>;

/** What stands in the board zone. */
export type BoardPlan = {
  readonly view:
    | { readonly kind: 'lessons'; readonly rows: readonly Row[]; readonly shape: Shape }
    | { readonly kind: 'bells'; readonly lists: readonly BellList[] }
    | { readonly kind: 'day'; readonly board: DayBoardOf; readonly fit: DayFit }
    | { readonly kind: 'message'; readonly title: string; readonly text: string }
    | { readonly kind: 'spotlight' };
  /** The line above it. */
  readonly head?: {
    /** On sky: what is shown is not yet. */
    readonly tag?: string;
    readonly text: string;
    readonly strong?: string;
    readonly legend?: readonly ('cover' | 'change')[];
  };
  /** Beside a day, or instead of lessons. */
  readonly cards: readonly Card[];
  /** Whether notes stand in a ribbon below it. */
  readonly hasRibbon: boolean;
  readonly pages: number;
  /** Left for what stands below the head line, in rem. */
  readonly height: number;
};

/** Heights of what else is on the wall, in rem; `wall.css` sets them. */
const BAND = 15;
const BAND_WITH_DAY = 18.9;
const BAND_WITH_COLUMNS = 21.7;
const HEAD = 3.25;
const RIBBON = 5.85;
const BOTTOM = 2.7;
export const SIDE = 21;
const SIDE_GAP = 2;

/** What the board zone shows of `wall`, and how it is laid out in a stage of that size (rem). */
export function planBoard(
  voice: Voice,
  wall: Wall,
  density: ScreenSettings['density'],
  isTrusted: boolean,
  confirmedAt: number | undefined,
  width: number,
  stageHeight: number,
  widthOf: WidthOf,
): BoardPlan {
  const { words, snapshot } = voice;
  const { board, heroes } = wall;
  const items = itemsOf(voice, wall);
  const hasNotes = items.length + wall.duties.length > 0;
  const bare = stageHeight - bandHeight(wall, isTrusted) - HEAD - BOTTOM;
  const withRibbon = hasNotes ? bare - (RIBBON - BOTTOM) : bare;
  const cards = cardsOf(items);
  const plain = { cards: [], hasRibbon: false, pages: 1, height: bare };

  if (!isTrusted) {
    const lists = heroes.map((hero) => {
      const [track = 0] = hero.tracks;
      const periods = hero.today.length > 0 ? hero.today : commonBells(snapshot, track);
      return { title: titleOf(voice, hero), periods };
    });
    return { ...plain, view: { kind: 'bells', lists }, head: { text: words.clockReturns } };
  }
  if (wall.coverage === 'after') {
    return { ...plain, view: { kind: 'message', ...endedMessage(voice, wall, confirmedAt) } };
  }
  // Without classes there are no lessons to show, only bells; those of a night that began yesterday too.
  if (snapshot.classes.length === 0 && heroes.some(isOn)) {
    const lists = heroes.map((hero) => ({
      title: titleOf(voice, hero),
      periods: serviceDayOf(snapshot, hero),
    }));
    return {
      ...plain,
      view: { kind: 'bells', lists },
      head: { text: voice.say(heroes[0]?.schedule?.name) || words.bells },
      hasRibbon: hasNotes,
      height: withRibbon,
    };
  }
  if (board.kind === 'none') {
    if (heroes.every(({ kind }) => kind === 'unknown') || cards.length === 0) {
      const isUnknown = heroes.some(({ kind }) => kind === 'unknown');
      const title = isUnknown ? words.askOffice : voice.say(snapshot.school.name);
      return { ...plain, view: { kind: 'message', title, text: '' } };
    }
    return { ...plain, cards, height: bare + HEAD - 1.2, view: { kind: 'spotlight' } };
  }
  if (board.kind === 'day') {
    // The day's first bell, as the hero says, may be an assembly's.
    const bells = heroes.reduce((all, { next }) => all.concat(next), board.periods);
    const starts = Math.min(
      ...bells.map(({ day, start }) => (day === board.day ? start : Infinity)),
    );
    const isTomorrow = board.day === wall.civil.day + 1;
    const head = {
      tag: isTomorrow ? capitalised(words.tomorrow) : words.next,
      text: `${dateText(voice, board.day)} · ${words.startsAt(bellTime(voice, starts))}`,
      legend: marksOn(board),
    };
    if (board.rows.length === 0) {
      const lists = heroes.map((hero) => ({
        title: titleOf(voice, hero),
        periods: periodsOn(snapshot, hero.tracks[0] ?? 0, board.day),
      }));
      return {
        ...plain,
        height: withRibbon,
        hasRibbon: hasNotes,
        view: { kind: 'bells', lists },
        head,
      };
    }
    const beside = width - SIDE - SIDE_GAP;
    const besides =
      cards.length > 0 ? dayFit(voice, wall, board, beside, bare, false, widthOf) : undefined;
    const fit = besides ?? dayFit(voice, wall, board, width, withRibbon, true, widthOf);
    return {
      view: { kind: 'day', board, fit },
      head,
      cards: besides ? cards : [],
      hasRibbon: hasNotes && besides === undefined,
      pages: pagesOf(board.rows.length, fit.perPage),
      height: besides ? bare : withRibbon,
    };
  }
  const shape = shapeFor(board.rows.length, density);
  return {
    view: { kind: 'lessons', rows: board.rows, shape },
    head: lessonsHead(voice, wall),
    cards: [],
    hasRibbon: hasNotes,
    pages: pagesOf(board.rows.length, shape.columns * shape.rows),
    height: withRibbon,
  };
}

/** The periods that the one day ribbon of the wall shows; none once they are over. */
export function ribbonOf({ heroes }: Wall): readonly PeriodAt[] {
  const [hero] = heroes;
  return hero && isOn(hero) ? hero.today : [];
}

function isOn({ kind }: Hero): boolean {
  return kind === 'before' || kind === 'in' || kind === 'gap';
}

function serviceDayOf(snapshot: Snapshot, { current, today, tracks }: Hero): readonly PeriodAt[] {
  const [running] = current;
  const [track = 0] = tracks;
  return running === undefined ? today : periodsOn(snapshot, track, running.day);
}

function bandHeight(wall: Wall, isTrusted: boolean): number {
  if (!isTrusted) return BAND;
  if (wall.heroes.length > 1) return BAND_WITH_COLUMNS;
  return ribbonOf(wall).length > 0 ? BAND_WITH_DAY : BAND;
}

function lessonsHead(voice: Voice, { board }: Wall): NonNullable<BoardPlan['head']> {
  const { words } = voice;
  if (board.kind === 'next') {
    const { period } = board;
    return {
      tag: words.next,
      text: words.starts(periodName(voice, period), bellTime(voice, period.start)),
    };
  }
  const isExam =
    board.kind === 'now' &&
    board.rows.some(({ cells }) => cells.some(({ entries }) => entries.some(({ exam }) => exam)));
  return isExam ? { text: words.examsNow, strong: words.quiet } : { text: words.nowInClass };
}

function endedMessage(
  voice: Voice,
  { heroes }: Wall,
  confirmedAt: number | undefined,
): { readonly title: string; readonly text: string } {
  const { words, snapshot } = voice;
  const { through } = snapshot.coverage;
  const end = instantOf(snapshot.offsets, through + 1, 0);
  // Confirmed since: the school knows, and has published nothing further yet.
  const isKnown = confirmedAt === undefined || confirmedAt >= end;
  const usual = heroes.some(({ today }) => today.length > 0) ? ` ${words.usualAbove}` : '';
  return {
    title: isKnown
      ? words.ended(dayAndMonth(voice, through))
      : words.notUpdated(dayAndMonth(voice, civilAt(snapshot.offsets, confirmedAt).day)),
    text: words.askOffice + usual,
  };
}

function titleOf(voice: Voice, { tracks }: Hero): string {
  return voice.snapshot.tracks.length > 1 ? trackNames(voice, tracks) : '';
}

function pagesOf(rows: number, perPage: number): number {
  return Math.max(1, Math.ceil(rows / perPage));
}
