export type Weight = 500 | 600 | 700;

/** Width of a text in em, at a font weight. */
export type WidthOf = (text: string, weight: Weight) => number;

/** A text at a size in rem, on as many lines as it needs. */
export type Fitted = { readonly text: string; readonly size: number; readonly lines: number };

export type Ladder = {
  /** Longest first. */
  readonly names: readonly string[];
  /** In rem, largest first: all sizes of the first name are tried before the next name. */
  readonly sizes: readonly number[];
  readonly weight: Weight;
  /** In rem. */
  readonly box: number;
  /** Sizes of the full name on several lines, when no name fits on one; absent: it stays on one. */
  readonly wrapped?: readonly number[] | undefined;
  /** How many lines these are at most. */
  readonly lines?: number;
};

/** Between several that are named at once. */
export const BETWEEN = ' / ';

/** How much of its box a text may take: an older engine sets the same text up to 1.5 % wider. */
export const FILL = 0.98;

/**
 * How to write a name so that it is never cut: smaller, then its short form, then on several lines.
 * As the last resort words are left out from the end; of several at once, some are counted: `Art +1`.
 */
export function fitted(ladder: Ladder, widthOf: WidthOf): Fitted {
  const { names, sizes, weight, box, wrapped } = ladder;
  for (const text of names) {
    const size = sizes.find((one) => widthOf(text, weight) * one <= box * FILL);
    if (size !== undefined) return { text, size, lines: 1 };
  }
  const steps = wrapped || sizes;
  const most = wrapped ? ladder.lines || 2 : 1;
  const [short = ''] = names.slice(-1);
  const groups = short.split(BETWEEN);
  let [text = ''] = names;
  let others = '';
  const linesAt = (size: number) => linesOf(text + others, weight, box / size, widthOf);
  const fits = (size: number) =>
    linesAt(size) <= most &&
    text.split(' ').every((word) => widthOf(word, weight) * size <= box * FILL);
  let size = steps.find(fits);
  for (let left = groups.length; size === undefined && --left > 0; size = steps.find(fits)) {
    text = groups.slice(0, left).join(BETWEEN);
    others = ` +${groups.length - left}`;
  }
  while (size === undefined && text.indexOf(' ') > 0) {
    text = text.slice(0, text.lastIndexOf(' '));
    size = steps.find(fits);
  }
  const [smallest = 1] = steps.slice(-1);
  const found = size || smallest;
  return { text: text + others, size: found, lines: linesAt(found) };
}

/** Lines that `text` takes in a box of `em`, broken between words as a browser does. */
export function linesOf(text: string, weight: Weight, em: number, widthOf: WidthOf): number {
  let lines = 1;
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const isNew = line !== '' && widthOf(longer, weight) > em * FILL;
    if (isNew) lines++;
    line = isNew ? word : longer;
    // A word that is wider than the box goes on on the next line.
    lines += Math.floor(widthOf(line, weight) / em / FILL);
  }
  return lines;
}
