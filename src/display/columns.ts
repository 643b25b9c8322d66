import type { Shape } from './shape.ts';

export type Column<Item> = { readonly grade: string; readonly items: readonly Item[] };

/**
 * Items in columns: one for each grade when they fit, because that is where eyes go first; otherwise
 * column by column in their own order, as evenly as the shape allows.
 */
export function inColumns<Item>(
  items: readonly Item[],
  gradeOf: (item: Item) => string,
  { columns, rows }: Pick<Shape, 'columns' | 'rows'>,
): readonly Column<Item>[] {
  const grades: { grade: string; items: Item[] }[] = [];
  for (const item of items) {
    const grade = gradeOf(item);
    const last = grades[grades.length - 1];
    if (last && last.grade === grade) last.items.push(item);
    else grades.push({ grade, items: [item] });
  }
  const fits = grades.length <= columns && grades.every((one) => one.items.length <= rows);
  if (fits && grades.length > 1) return grades;
  const height = Math.min(rows, Math.ceil(items.length / columns));
  const count = height === 0 ? 0 : Math.ceil(items.length / height);
  const [{ grade } = { grade: '' }] = grades;
  return Array.from({ length: count }, (_, at) => ({
    grade: grades.length === 1 ? grade : '',
    items: items.slice(at * height, (at + 1) * height),
  }));
}
