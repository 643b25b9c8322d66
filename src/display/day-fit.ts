import type { ComingDay, Wall } from '../timetable/wall.ts';
import { dayHeads } from './day-heads.ts';
import { entriesOf } from './entries-of.ts';
import { FILL, fitted, linesOf, type WidthOf } from './fit.ts';
import { rowText, type RowText } from './row-text.ts';
import type { Voice } from './voice.ts';

/** How a whole day is written: sizes in rem; `day.css` knows those of its edges. */
export type DayFit = {
  /** Index into the names of a subject: 0 full, 1 short. */
  readonly form: 0 | 1;
  readonly size: number;
  readonly lines: number;
  /** Height of a row. */
  readonly row: number;
  readonly perPage: number;
  readonly key: number;
  /** Width of a cell without its edges. */
  readonly box: number;
  /** Into how many parts the day is cut, one below the other, each with all classes of the page. */
  readonly parts: number;
};

/** Height of a line of times. */
export const HEADER = 2.3;
const CELL_EDGE = 1;
const LINE = 1.3;
const KEY = 5.6;
const KEY_EDGE = 0.8;
const TALLEST_ROW = 4.4;
const ALL_AT_ONCE = 14;
const PER_PAGE = 12;
const SMALLEST = 1.4;
const SIZES = [2.1, 1.9, 1.75, 1.6, 1.5, 1.4];

export function dayFit(
  voice: Voice,
  wall: Wall,
  board: ComingDay,
  width: number,
  height: number,
  parts: number,
  isLast: true,
): DayFit;
export function dayFit(
  voice: Voice,
  wall: Wall,
  board: ComingDay,
  width: number,
  height: number,
  parts: number,
  isLast: boolean,
): DayFit | undefined;
/**
 * How to write `board` into a width and a height without cutting a name; `undefined` when that takes
 * more room. `isLast` finds a way in any case: fewer rows a page, each on more lines.
 */
export function dayFit(
  voice: Voice,
  wall: Wall,
  board: ComingDay,
  width: number,
  height: number,
  parts: number,
  isLast: boolean,
): DayFit | undefined {
  const { widthOf } = voice;
  const texts = board.rows.reduce<readonly RowText[]>(
    (all, row) => all.concat(row.cells.map((cell) => rowText(voice, wall, row, cell))),
    [],
  );
  const widest = Math.max(0, ...texts.map(({ name }) => widthOf(name, 700)));
  const key = [2, 1.7, 1.4].find((size) => widest * size <= KEY - KEY_EDGE) ?? 1.4;
  const box =
    (width - Math.max(KEY, widest * key + KEY_EDGE)) / perPart(board.periods, parts) - CELL_EDGE;
  const heads = HEADER * dayHeads(board.rows, board.periods.length).length;
  const perPage = board.rows.length > ALL_AT_ONCE ? PER_PAGE : Math.max(1, board.rows.length);
  const oneLine = fitIn(0, 1, perPage) ?? fitIn(1, 1, perPage);
  if (oneLine || !isLast) return oneLine;
  for (const lines of [1, 2, 3, 4]) {
    const rows = Math.floor((height / parts - heads) / (SMALLEST * LINE * lines));
    const found = fitIn(1, lines, Math.min(perPage, rows));
    if (found) return found;
  }
  return {
    form: 1,
    size: SMALLEST,
    lines: 4,
    row: SMALLEST * LINE * 4,
    perPage: 4,
    key,
    box,
    parts,
  };

  function fitIn(form: 0 | 1, lines: number, rows: number): DayFit | undefined {
    const tall = (height / parts - heads) / rows;
    // Full names are worth a step down, but not the last.
    const sizes = form === 0 ? SIZES.slice(0, 4) : SIZES;
    const size = sizes.find(
      (one) =>
        one * LINE * lines <= tall &&
        texts.every(({ subjects }) => isWithin(subjects[form], one, lines)),
    );
    if (size === undefined) return undefined;
    const row = Math.min(tall, Math.max(TALLEST_ROW, size * LINE * lines + CELL_EDGE));
    return { form, size, lines, row, perPage: rows, key, box, parts };
  }

  function isWithin(text: string, size: number, lines: number): boolean {
    const words = lines === 1 ? [text] : text.split(' ');
    return (
      words.every((word) => widthOf(word, 600) * size <= box * FILL) &&
      linesOf(text, 600, box / size, widthOf) <= lines
    );
  }
}

/** What a cell says, which fits as `dayFit` has found; groups without a place are counted. */
export function cellText(
  { subjects }: RowText,
  { form, size, lines, box }: DayFit,
  widthOf: WidthOf,
): string {
  const sizes = [size];
  const ladder = { names: [subjects[form]], sizes, weight: 600 as const, box };
  return fitted({ ...ladder, wrapped: sizes, lines }, widthOf).text;
}

/** How many periods stand side by side in a day that is cut into so many parts. */
export function perPart(periods: readonly unknown[], parts: number): number {
  return Math.max(1, Math.ceil(periods.length / parts));
}

/** The kinds of change that a day's board shows, for its legend. */
export function marksOn(board: ComingDay): readonly ('cover' | 'change')[] {
  const entries = entriesOf(board.rows);
  return (['cover', 'change'] as const).filter((kind) =>
    entries.some(({ mark }) => mark !== undefined && (mark === 'cover') === (kind === 'cover')),
  );
}
