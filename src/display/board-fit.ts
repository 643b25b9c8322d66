import { FILL, fitted, type Fitted, type WidthOf } from './fit.ts';
import type { RowText } from './row-text.ts';
import type { Shape } from './shape.ts';

export type FittedRow = {
  readonly row: RowText;
  readonly subject: Fitted;
  /** Teacher, room, note: those that have a place. */
  readonly details: readonly string[];
};

export type FittedBoard = {
  /** Width of the tiles and size of the names in them, in rem. */
  readonly tile: number;
  readonly key: number;
  /** Size of the details, in rem: the same in all rows. */
  readonly detail: number;
  readonly rows: readonly FittedRow[];
};

/** Between two details, and around a room that has changed. */
const SEPARATOR = 1.5;
const CHIP = 2.6;
const TILE_EDGE = 0.5;

type Step = {
  readonly size: number;
  readonly teacher: number;
  readonly room: 0 | 1;
  readonly hidesHomeRoom: boolean;
};

/**
 * How to write every row of a board into columns `width` rem wide without cutting anything. Subjects
 * step down row by row, teachers and rooms for the whole board together.
 */
export function boardFit(
  rows: readonly RowText[],
  shape: Shape,
  width: number,
  widthOf: WidthOf,
): FittedBoard {
  const widest = Math.max(0, ...rows.map(({ name }) => widthOf(name, 700)));
  const smallest = shape.keys[shape.keys.length - 1] ?? 1;
  const key = shape.keys.find((size) => widest * size <= shape.tile - TILE_EDGE) ?? smallest;
  const tile = Math.max(shape.tile, widest * key + TILE_EDGE);
  const box = width - tile - shape.gap;
  const step = stepFor(rows, shape, box, widthOf);
  return {
    tile,
    key,
    detail: step.size,
    rows: rows.map((row) =>
      shape.density === 'dense'
        ? denseRow(row, shape, box, widthOf)
        : { row, ...twoLines(row, shape, step, box, widthOf) },
    ),
  };
}

function twoLines(
  row: RowText,
  shape: Shape,
  step: Step,
  box: number,
  widthOf: WidthOf,
): Omit<FittedRow, 'row'> {
  const subject = fitted(
    {
      names: row.subjects,
      sizes: shape.subjects,
      weight: 600,
      box,
      wrapped: { lines: 2, sizes: shape.wrapped },
    },
    widthOf,
  );
  // Two lines of a subject leave no place beneath on a compact board.
  if (subject.lines > 1 && shape.density === 'compact') return { subject, details: [] };
  return { subject, details: detailsOf(row, step, box, widthOf) };
}

// The subject and the room on one line; for a change, the teacher who takes over.
function denseRow(row: RowText, shape: Shape, box: number, widthOf: WidthOf): FittedRow {
  const brief = row.look === 'alt' ? row.teachers[row.teachers.length - 1] : row.rooms[1];
  const size = shape.details[0] ?? 1;
  const names = row.subjects.slice().reverse();
  const ladder = { names, sizes: shape.subjects, weight: 600 as const };
  if (brief) {
    const rest = box - widthOf(brief, 500) * size - SEPARATOR;
    const subject = fitted({ ...ladder, names: names.slice(0, 1), box: rest }, widthOf);
    if (subject.text === names[0] && subject.lines === 1) return { row, subject, details: [brief] };
  }
  return { row, subject: fitted({ ...ladder, box }, widthOf), details: [] };
}

function stepFor(rows: readonly RowText[], shape: Shape, box: number, widthOf: WidthOf): Step {
  const [large = 1, size = large] = shape.details;
  const steps: readonly Step[] = [
    { size: large, teacher: 0, room: 0, hidesHomeRoom: false },
    { size, teacher: 0, room: 0, hidesHomeRoom: false },
    { size, teacher: 1, room: 0, hidesHomeRoom: false },
    { size, teacher: 1, room: 1, hidesHomeRoom: false },
    { size, teacher: 2, room: 1, hidesHomeRoom: false },
  ];
  const last: Step = { size, teacher: 2, room: 1, hidesHomeRoom: true };
  return steps.find((step) => rows.every((row) => isWithin(row, step))) ?? last;

  function isWithin(row: RowText, step: Step): boolean {
    return widthIn(row, partsOf(row, step), step.size, widthOf) <= box * FILL;
  }
}

function detailsOf(row: RowText, step: Step, box: number, widthOf: WidthOf): readonly string[] {
  const parts = partsOf(row, step);
  const [teacher = '', room = ''] = parts;
  const choices = [
    row.note ? parts.concat(row.note) : parts,
    parts,
    // Whatever has changed is what must stay.
    row.isRoomChanged ? [room] : [teacher],
  ];
  return choices.find((some) => widthIn(row, some, step.size, widthOf) <= box * FILL) ?? [];
}

function partsOf({ teachers, rooms, isHomeRoom }: RowText, step: Step): readonly string[] {
  const teacher = teachers[Math.min(step.teacher, teachers.length - 1)];
  const room = step.hidesHomeRoom && isHomeRoom ? '' : rooms[step.room];
  return [teacher, room].reduce<readonly string[]>(
    (parts, part) => (part ? parts.concat(part) : parts),
    [],
  );
}

function widthIn(
  { isRoomChanged }: RowText,
  parts: readonly string[],
  size: number,
  widthOf: WidthOf,
): number {
  const text = parts.reduce((sum, part) => sum + widthOf(part, 500) * size, 0);
  return text + SEPARATOR * (parts.length - 1) + (isRoomChanged ? CHIP : 0);
}
