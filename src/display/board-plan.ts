import type { ScreenSettings } from '../contract/screen.ts';
import type { ComingDay, Hero, PeriodAt, Row, Wall } from '../timetable/wall.ts';
import type { DayFit } from './day-fit.ts';
import { isExams } from './entries-of.ts';
import { hasNotes } from './has-notes.ts';
import { stepsIn } from './holds.ts';
import { labelsOf } from './labels-of.ts';
import { periodName } from './period-label.ts';
import { shapeFor, type Shape } from './shape.ts';
import { bellTime, type Voice } from './voice.ts';

export type BellList = { readonly title: string; readonly periods: readonly PeriodAt[] };

/** What stands in the board zone. */
export type BoardPlan = {
  readonly view:
    | { readonly kind: 'lessons'; readonly rows: readonly Row[]; readonly shape: Shape }
    | { readonly kind: 'bells'; readonly lists: readonly BellList[] }
    | { readonly kind: 'day'; readonly board: ComingDay; readonly fit: DayFit }
    | { readonly kind: 'message'; readonly title: string; readonly text: string }
    | { readonly kind: 'spotlight' };
  /** The line above it. */
  readonly head?: {
    /** On sky: what is shown is not yet. */
    readonly tag?: string;
    readonly text: string;
    readonly strong?: readonly string[];
    readonly legend?: readonly ('cover' | 'change')[];
  };
  /** Whether notes stand in a ribbon below it. */
  readonly hasRibbon: boolean;
  readonly pages: number;
};

const PAGE_MS = 12_000;

/**
 * The board of a school at its lessons: what every class has now, or next. `undefined` when something
 * else stands there (`planResting`). `width` is that of the board, in rem.
 */
export function planLessons(
  voice: Voice,
  wall: Wall,
  density: ScreenSettings['density'],
  isTrusted: boolean,
  width: number,
): BoardPlan | undefined {
  const { board, coverage } = wall;
  const { kind } = board;
  if (!isTrusted || coverage === 'after' || kind === 'none' || kind === 'coming') return undefined;
  const { rows } = board;
  // Without classes there are no lessons to show, only bells.
  if (rows.length === 0) return undefined;
  const days = wall.heroes.reduce((sum, hero) => sum + (hero.isOneDay ? 1 : hero.tracks.length), 0);
  const shape = shapeFor(rows.length, width, density, days);
  return {
    view: { kind: 'lessons', rows, shape },
    head: lessonsHead(voice, wall, board),
    hasRibbon: hasNotes(wall),
    pages: pagesOf(rows.length, shape.columns * shape.rows),
  };
}

/** Whether a track is at school. */
export function isOn({ kind }: Hero): boolean {
  return kind === 'before' || kind === 'in' || kind === 'gap';
}

function lessonsHead(
  voice: Voice,
  { heroes }: Wall,
  board: Extract<Wall['board'], { readonly kind: 'now' | 'next' }>,
): NonNullable<BoardPlan['head']> {
  const { words } = voice;
  // A hero alone has its own.
  const label = heroes.length > 1 ? labelsOf(voice, heroes) : '';
  if (board.kind === 'next') {
    const { period, rows } = board;
    const time = bellTime(voice, period.start);
    // What begins at the same time may be called otherwise in another track.
    const isOne = rows.every(
      ({ cells: [{ period: own = period } = {}] }) =>
        own.start > period.start || own.key === period.key,
    );
    const text = isOne ? words.starts(periodName(voice, period), time) : time;
    return { tag: words.next, text, strong: [label] };
  }
  return isExams(board.rows)
    ? { text: words.examsNow, strong: [words.quiet, label] }
    : { text: words.nowInClass, strong: [label] };
}

/** Pages for so many rows. */
export function pagesOf(rows: number, perPage: number): number {
  return Math.max(1, Math.ceil(rows / perPage));
}

/** Which page of the board is on. */
export function pageAt({ pages }: BoardPlan, instant: number): number {
  return pages > 1 ? stepsIn(instant, PAGE_MS) % pages : 0;
}
