/** Rows under a heading, in columns as wide as their widest cell. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) =>
    Math.max(...all.map((row) => widthOf(row[column] ?? ''))),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

// Marks above and below letters, and joiners, take no column of their own in a terminal.
function widthOf(text: string): number {
  return Array.from(text.replace(/[\p{Mn}\u200b-\u200f]/gu, '')).length;
}
