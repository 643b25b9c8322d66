import { FILL, fitted, type Fitted, type WidthOf } from './fit.ts';
import type { RowText } from './row-text.ts';
import type { Shape } from './shape.ts';

export type FittedRow = {
  readonly row: RowText;
  readonly subject: Fitted;
  /** Teacher, room, note: those that have a place. */
  readonly details: readonly string[];
  /** They stand beneath the subject, where others have them beside it. */
  readonly isBelow?: boolean;
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
/** Of what stands beneath the name in a tile; `board.css` sets it. */
const WORD = 1.4;
const FAR_WORD = 1.8;

/** How the teacher and the room are written: indexes of their names, and whether a home room is. */
type Form = readonly [teacher: number, room: 0 | 1, hasHomeRoom: boolean];
/** Size in rem, and the first of `FORMS` to try. */
type Step = { readonly size: number; readonly form: number };

const FULL: Form = [0, 0, true];
/** Ever shorter; everybody knows their home room. */
const FORMS: readonly Form[] = [FULL, [1, 0, true], [1, 1, true], [2, 1, true], [2, 1, false]];

/** With its room. */
const SHORTEST = 3;

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
  const [smallest = 1] = shape.keys.slice(-1);
  const key = shape.keys.find((size) => widest * size <= shape.tile - TILE_EDGE) || smallest;
  const isDense = shape.density === 'dense';
  const size = shape.density === 'far' ? FAR_WORD : WORD;
  const tile = Math.max(
    shape.tile,
    widest * key + TILE_EDGE,
    ...rows.map(({ later, word: text }) =>
      isDense ? 0 : (widthOf(later || text, 600) * size) / FILL + (later ? CHIP : 0),
    ),
  );
  const box = width - tile - shape.gap;
  const step = stepFor(rows, shape, box, widthOf);
  return {
    tile,
    key,
    detail: step.size,
    rows: rows.map((row) =>
      isDense
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
  return { subject, details: detailsOf(row, shape, step, box, widthOf) };
}

// A subject and what people ask for first: when, where a changed lesson is held, who takes over. What
// is out of the ordinary may stand beneath; the rest gives way.
function denseRow(row: RowText, shape: Shape, box: number, widthOf: WidthOf): FittedRow {
  const { subjects: sizes, wrapped, details } = shape;
  const { later, mark, rooms, teachers } = row;
  const [size = 1] = details;
  const name = row.subjects[1];
  const ladder = { names: [name], weight: 600 as const };
  const [teacher = ''] = teachers.slice(-1);
  for (const brief of [later, mark === 'cover' ? '' : rooms[1], mark && teacher, rooms[1]]) {
    if (brief === '') continue;
    const width = widthIn(row, [brief], shape, size, widthOf);
    const rest = box - width - DENSE_GAP;
    const subject = fitted({ ...ladder, sizes, box: rest }, widthOf);
    if (subject.text === name && subject.lines === 1) return { row, subject, details: [brief] };
    const above = fitted({ ...ladder, sizes: details, box }, widthOf);
    const isBelow = mark && above.text === name && width <= box * FILL;
    if (isBelow || brief === later) {
      return { row, subject: above, details: [brief], isBelow: true };
    }
  }
  return { row, subject: fitted({ ...ladder, sizes, wrapped, box }, widthOf), details: [] };
}

function stepFor(rows: readonly RowText[], shape: Shape, box: number, widthOf: WidthOf): Step {
  const [large = 1, small = large] = shape.details;
  // One row with much to say must not cost all others their rooms.
  const usual = rows.filter(({ look, isSeveral }) => look !== 'alt' && !isSeveral);
  const fitsAll = (some: readonly RowText[], size: number, form: Form) =>
    some.every((row) => widthIn(row, partsOf(row, form), shape, size, widthOf) <= box * FILL);
  if (fitsAll(rows, large, FULL)) return { size: large, form: 0 };
  const form = FORMS.findIndex((one) => fitsAll(usual, small, one));
  // Where not even that is enough for all, a home room stays where it is in nobody's way.
  return { size: small, form: form < 0 ? SHORTEST : form };
}

function detailsOf(
  row: RowText,
  shape: Shape,
  { size, form }: Step,
  box: number,
  widthOf: WidthOf,
): readonly string[] {
  const { later, word, isRoomChanged, note } = row;
  // A tile has place for one: when.
  const mark = later && word ? [word] : [];
  const forms = FORMS.slice(form).map((one) => partsOf(row, one));
  const [most = []] = forms;
  const [last = []] = forms.slice(-1);
  // Whatever has changed is what must stay.
  const main = isRoomChanged ? last.slice(-1) : last.slice(0, 1);
  return (
    [most.concat(note || []), ...forms, main]
      .map((parts) => mark.concat(parts))
      .concat([main, mark, last.slice(-1)])
      .find(
        (parts) => parts.length > 0 && widthIn(row, parts, shape, size, widthOf) <= box * FILL,
      ) || []
  );
}

function partsOf(row: RowText, [teacher, room, hasHomeRoom]: Form): readonly string[] {
  const { teachers, rooms, isHomeRoom, isRoomChanged } = row;
  return [
    teachers[Math.min(teacher, teachers.length - 1)],
    hasHomeRoom || !isHomeRoom || isRoomChanged ? rooms[room] : '',
  ].reduce<readonly string[]>((parts, part) => (part ? parts.concat(part) : parts), []);
}

/** Whether a detail is what has changed, or when: it stands out. */
export function isChip({ later, word, isRoomChanged, rooms }: RowText, detail: string): boolean {
  return (
    detail === later ||
    (later !== '' && detail === word) ||
    (isRoomChanged && rooms.indexOf(detail) >= 0)
  );
}

function widthIn(
  row: RowText,
  parts: readonly string[],
  { isStacked }: Shape,
  size: number,
  widthOf: WidthOf,
): number {
  const widths = parts.map((part) => widthOf(part, 500) * size + (isChip(row, part) ? CHIP : 0));
  // There is place for two lines beneath a subject, and not for a third.
  return isStacked
    ? Math.max(...widths, parts.length > 2 ? Infinity : 0)
    : widths.reduce((sum, one) => sum + one + SEPARATOR, -SEPARATOR);
}
