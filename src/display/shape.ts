import type { ScreenSettings } from '../contract/screen.ts';

/** How a board of classes is laid out. Sizes are in rem, and those of text largest first. */
export type Shape = {
  readonly density: 'far' | 'normal' | 'compact' | 'dense';
  readonly columns: number;
  readonly rows: number;
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

const FAR: Shape = {
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
const NORMAL: Shape = {
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
const COMPACT: Shape = {
  density: 'compact',
  columns: 4,
  rows: 6,
  gutter: 1.6,
  tile: 4.9,
  gap: 0.8,
  keys: [2, 1.7, 1.4],
  subjects: [1.8, 1.6],
  wrapped: [1.4],
  details: [1.4],
};
/** One line a class; the teacher gives way first. */
const DENSE: Shape = {
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

/** The roomiest shape that holds `classes` on one screen, or the one that the school chose. */
export function shapeFor(classes: number, density: ScreenSettings['density'] = 'auto'): Shape {
  const chosen = SHAPES.find((shape) => shape.density === density);
  return chosen ?? SHAPES.find(({ columns, rows }) => classes <= columns * rows) ?? DENSE;
}
