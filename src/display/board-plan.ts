import type { ScreenSettings } from '../contract/screen.ts';
import { periodsOn } from '../timetable/bells.ts';
import { civilAt, instantOf } from '../timetable/civil.ts';
import type { Hero, PeriodAt, Row, Wall } from '../timetable/wall.ts';
import { commonBells } from './common-bells.ts';
import { dayFit, marksOn, type DayFit } from './day-fit.ts';
import { entriesOf } from './entries-of.ts';
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
): BoardPlan {
  const { words, snapshot, say } = voice;
  const { board, heroes, civil, coverage } = wall;
  const items = itemsOf(voice, wall);
  const cards = cardsOf(items);
  const hasRibbon = items.length + wall.duties.length > 0;
  const bare = stageHeight - bandHeight(wall, isTrusted) - HEAD - BOTTOM;
  const alone = { cards: [], hasRibbon: false, pages: 1, height: bare };
  const height = hasRibbon ? bare - (RIBBON - BOTTOM) : bare;
  const overRibbon = { ...alone, hasRibbon, height };

  if (!isTrusted) {
    const view = bells(({ today }, track) =>
      today.length > 0 ? today : commonBells(snapshot, track),
    );
    return { ...alone, view, head: { text: words.clockReturns } };
  }
  if (coverage === 'after') {
    return { ...alone, view: endedMessage(voice, wall, confirmedAt) };
  }
  // Without classes there are no lessons to show, only bells; those of a night that began yesterday too.
  if (snapshot.classes.length === 0 && heroes.some(isOn)) {
    const view = bells(({ current: [running], today }, track) =>
      running ? periodsOn(snapshot, track, running.day) : today,
    );
    return {
      ...overRibbon,
      view,
      head: { text: say(heroes[0]?.schedule?.name) || words.bells },
    };
  }
  if (board.kind === 'none') {
    if (cards.length > 0 && heroes.some(({ kind }) => kind !== 'unknown')) {
      return { ...alone, cards, height: bare + HEAD - 1.2, view: { kind: 'spotlight' } };
    }
    const isUnknown = heroes.some(({ kind }) => kind === 'unknown');
    const title = isUnknown ? words.askOffice : say(snapshot.school.name);
    return { ...alone, view: { kind: 'message', title, text: '' } };
  }
  const { rows } = board;
  if (board.kind === 'day') {
    const { day } = board;
    // The day's first bell, as the hero says, may be an assembly's.
    const periods = heroes.reduce((all, { next }) => all.concat(next), board.periods);
    const start = Math.min(...periods.map((one) => (one.day === day ? one.start : Infinity)));
    const head = {
      tag: day === civil.day + 1 ? capitalised(words.tomorrow) : words.next,
      text: `${dateText(voice, day)} · ${words.startsAt(bellTime(voice, start))}`,
      legend: marksOn(board),
    };
    if (rows.length === 0) {
      return { ...overRibbon, view: bells((_, track) => periodsOn(snapshot, track, day)), head };
    }
    const beside =
      cards.length > 0
        ? dayFit(voice, wall, board, width - SIDE - SIDE_GAP, bare, false)
        : undefined;
    const fit = beside ?? dayFit(voice, wall, board, width, height, true);
    return {
      ...(beside ? { ...alone, cards } : overRibbon),
      view: { kind: 'day', board, fit },
      head,
      pages: pagesOf(rows.length, fit.perPage),
    };
  }
  const shape = shapeFor(rows.length, density);
  return {
    ...overRibbon,
    view: { kind: 'lessons', rows, shape },
    head: lessonsHead(voice, board),
    pages: pagesOf(rows.length, shape.columns * shape.rows),
  };

  function bells(periodsOf: (hero: Hero, track: number) => readonly PeriodAt[]): BoardPlan['view'] {
    const lists = heroes.map((hero) => ({
      title: snapshot.tracks.length > 1 ? trackNames(voice, hero.tracks) : '',
      periods: periodsOf(hero, hero.tracks[0] ?? 0),
    }));
    return { kind: 'bells', lists };
  }
}

/** The periods that the one day ribbon of the wall shows; none once they are over. */
export function ribbonOf({ heroes }: Wall): readonly PeriodAt[] {
  const [hero] = heroes;
  return hero && isOn(hero) ? hero.today : [];
}

function isOn({ kind }: Hero): boolean {
  return kind === 'before' || kind === 'in' || kind === 'gap';
}

function bandHeight(wall: Wall, isTrusted: boolean): number {
  if (!isTrusted) return BAND;
  if (wall.heroes.length > 1) return BAND_WITH_COLUMNS;
  return ribbonOf(wall).length > 0 ? BAND_WITH_DAY : BAND;
}

function lessonsHead(
  voice: Voice,
  board: Extract<Wall['board'], { readonly kind: 'now' | 'next' }>,
): NonNullable<BoardPlan['head']> {
  const { words } = voice;
  if (board.kind === 'next') {
    const { period } = board;
    const text = words.starts(periodName(voice, period), bellTime(voice, period.start));
    return { tag: words.next, text };
  }
  const isExam = entriesOf(board.rows).some(({ exam }) => exam);
  return isExam ? { text: words.examsNow, strong: words.quiet } : { text: words.nowInClass };
}

function endedMessage(voice: Voice, { heroes }: Wall, confirmedAt = Infinity): BoardPlan['view'] {
  const { words, snapshot } = voice;
  const { coverage, offsets } = snapshot;
  const { through } = coverage;
  // Confirmed since: the school knows, and has published nothing further yet.
  const isKnown = confirmedAt >= instantOf(offsets, through + 1, 0);
  const usual = heroes.some(({ today }) => today.length > 0) ? ` ${words.usualAbove}` : '';
  return {
    kind: 'message',
    title: isKnown
      ? words.ended(dayAndMonth(voice, through))
      : words.notUpdated(dayAndMonth(voice, civilAt(offsets, confirmedAt).day)),
    text: words.askOffice + usual,
  };
}

function pagesOf(rows: number, perPage: number): number {
  return Math.max(1, Math.ceil(rows / perPage));
}
