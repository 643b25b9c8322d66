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
const CHIP = 1.4;
const DENSE_GAP = 0.7;
const TILE_EDGE = 0.5;

/** How the teacher and the room are written. */
type Form = { readonly teacher: number; readonly room: 0 | 1; readonly hidesHomeRoom: boolean };
/** Size in rem, and the first of `FORMS` to try. */
type Step = { readonly size: number; readonly form: number };

const FULL: Form = { teacher: 0, room: 0, hidesHomeRoom: false };
/** Ever shorter; everybody knows their home room. */
const FORMS: readonly Form[] = [
  FULL,
  { teacher: 1, room: 0, hidesHomeRoom: false },
  { teacher: 1, room: 1, hidesHomeRoom: false },
  { teacher: 2, room: 1, hidesHomeRoom: false },
  { teacher: 2, room: 1, hidesHomeRoom: true },
];

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
      wrapped: shape.wrapped,
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
    const rest = box - widthOf(brief, 500) * size - DENSE_GAP;
    const subject = fitted({ ...ladder, names: names.slice(0, 1), box: rest }, widthOf);
    if (subject.text === names[0] && subject.lines === 1) return { row, subject, details: [brief] };
  }
  return { row, subject: fitted({ ...ladder, box }, widthOf), details: [] };
}

function stepFor(rows: readonly RowText[], shape: Shape, box: number, widthOf: WidthOf): Step {
  const [large = 1, small = large] = shape.details;
  // One row with much to say must not cost all others their rooms.
  const usual = rows.filter(({ look, isSeveral }) => look !== 'alt' && !isSeveral);
  const fitsAll = (some: readonly RowText[], size: number, form: Form) =>
    some.every((row) => widthIn(row, partsOf(row, form), size, widthOf) <= box * FILL);
  if (fitsAll(rows, large, FULL)) return { size: large, form: 0 };
  const form = FORMS.findIndex((one) => fitsAll(usual, small, one));
  return { size: small, form: form < 0 ? FORMS.length - 1 : form };
}

function detailsOf(
  row: RowText,
  { size, form }: Step,
  box: number,
  widthOf: WidthOf,
): readonly string[] {
  const choices = FORMS.slice(form).map((one) => partsOf(row, one));
  const [most = []] = choices;
  const [teacher = '', room = ''] = choices[choices.length - 1] ?? [];
  return (
    [
      most.concat(row.note || []),
      ...choices,
      // Whatever has changed is what must stay.
      [row.isRoomChanged ? room : teacher],
    ].find((parts) => widthIn(row, parts, size, widthOf) <= box * FILL) ?? []
  );
}

function partsOf({ teachers, rooms, isHomeRoom }: RowText, form: Form): readonly string[] {
  const teacher = teachers[Math.min(form.teacher, teachers.length - 1)];
  const room = form.hidesHomeRoom && isHomeRoom ? '' : rooms[form.room];
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
