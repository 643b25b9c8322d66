import type { ScreenSettings } from '../contract/screen.ts';

/** How a board of classes is laid out. Sizes are in rem, and those of text largest first. */
export type Shape = {
  readonly density: 'far' | 'normal' | 'compact' | 'dense';
  readonly columns: number;
  readonly rows: number;
  /** Teacher and room stand on a line each, not side by side. */
  readonly isStacked: boolean;
  /** Between columns. */
  readonly gutter: number;
  /** Width of the tile with the class's name, and the space beside it. */
  readonly tile: number;
  readonly gap: number;
  readonly keys: readonly number[];
  readonly subjects: readonly number[];
  readonly wrapped: readonly number[];
  readonly details: readonly number[];
};

/** A shape on a wide stage. */
type Layout = Omit<Shape, 'isStacked'>;

/**
 * Narrower than any wide stage between its safe edges, wider than any upright one of a real screen.
 * `(orientation: portrait)` says the same to the style sheets.
 */
const NARROWEST_WIDE_STAGE = 80;
/** An upright stage holds as much in fewer columns. */
const MOST_UPRIGHT = 3;
/** So many in the band leave an upright board less height. */
const MANY_DAYS = 3;

const FAR: Layout = {
  density: 'far',
  columns: 2,
  rows: 3,
  gutter: 2,
  tile: 8,
  gap: 1.6,
  keys: [3.8, 3, 2.4, 1.9, 1.4],
  subjects: [4.2, 3.7],
  wrapped: [2.4, 2],
  details: [2.1, 1.9],
};
const NORMAL: Layout = {
  density: 'normal',
  columns: 3,
  rows: 4,
  gutter: 2,
  tile: 5.6,
  gap: 1,
  keys: [2.6, 2.2, 1.8, 1.4],
  subjects: [2.8, 2.45],
  wrapped: [1.6, 1.4],
  details: [1.6, 1.45],
};
const COMPACT: Layout = {
  density: 'compact',
  columns: 4,
  rows: 6,
  gutter: 1.2,
  tile: 4.9,
  gap: 0.6,
  keys: [2, 1.7, 1.4],
  subjects: [1.8, 1.6],
  wrapped: [1.4],
  details: [1.4],
};
/** One line a class; the teacher gives way first. */
const DENSE: Layout = {
  density: 'dense',
  columns: 5,
  rows: 8,
  gutter: 1.4,
  tile: 4,
  gap: 0.6,
  keys: [1.6, 1.4],
  subjects: [1.7, 1.5, 1.4],
  wrapped: [1.4],
  details: [1.4],
};
const SHAPES = [FAR, NORMAL, COMPACT, DENSE];

/** Whether a stage `width` rem wide between its safe edges stands upright. */
export function isUpright(width: number): boolean {
  return width < NARROWEST_WIDE_STAGE;
}

/**
 * The roomiest shape that holds `classes` on one screen, or the one that the school chose, on a stage
 * `width` rem wide between its safe edges, below a band that shows so many `days` of tracks.
 */
export function shapeFor(
  classes: number,
  width: number,
  density: ScreenSettings['density'],
  days: number,
): Shape {
  const shape =
    SHAPES.find((one) => one.density === density) ||
    SHAPES.find(({ columns, rows }) => classes <= columns * rows) ||
    DENSE;
  const isTall = isUpright(width);
  const columns = isTall ? Math.min(shape.columns - 1, MOST_UPRIGHT) : shape.columns;
  return {
    ...shape,
    columns,
    rows: Math.ceil((shape.columns * shape.rows) / columns),
    isStacked: isTall && columns > 1 && days < MANY_DAYS,
  };
}
