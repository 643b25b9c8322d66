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
  /** What is done when no name fits on one line: the full one on this many, at one of these sizes. */
  readonly wrapped?: { readonly lines: number; readonly sizes: readonly number[] };
};

/** How much of its box a text may take: an older engine sets the same text up to 1.5 % wider. */
export const FILL = 0.98;

/**
 * How to write a name so that it is never cut: smaller, then its short form, then on several lines.
 * As the last resort words are left out from the end.
 */
export function fitted(ladder: Ladder, widthOf: WidthOf): Fitted {
  const { names, sizes, weight, box, wrapped = { lines: 1, sizes } } = ladder;
  for (const text of names) {
    const size = sizes.find((one) => widthOf(text, weight) * one <= box * FILL);
    if (size !== undefined) return { text, size, lines: 1 };
  }
  const smallest = wrapped.sizes[wrapped.sizes.length - 1] ?? 1;
  let text = names[0] ?? '';
  let size: number | undefined;
  while ((size = wrapped.sizes.find(fits)) === undefined && text.indexOf(' ') > 0) {
    text = text.slice(0, text.lastIndexOf(' '));
  }
  return { text, size: size ?? smallest, lines: linesIn(size ?? smallest) };

  function fits(one: number): boolean {
    return linesIn(one) <= wrapped.lines;
  }

  function linesIn(one: number): number {
    return linesOf(text, weight, box / one, widthOf);
  }
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
