import type { ScreenSettings } from '../contract/screen.ts';
import type { Row, Wall } from '../timetable/wall.ts';
import { boardFit, type FittedRow } from './board-fit.ts';
import { inColumns } from './columns.ts';
import type { WidthOf } from './fit.ts';
import { rowText } from './row-text.ts';
import { Said } from './said.tsx';
import { shapeFor } from './shape.ts';
import type { Voice } from './voice.ts';

export type LessonBoardProps = {
  readonly voice: Voice;
  readonly wall: Wall;
  readonly rows: readonly Row[];
  readonly density: ScreenSettings['density'];
  /** Counts up; taken modulo the number of pages. */
  readonly turn: number;
  /** Width of the board in rem. */
  readonly width: number;
  readonly widthOf: WidthOf;
};

/** Every class of the screen with what it has in one period: a tile, a subject, who and where. */
export function LessonBoard(props: LessonBoardProps) {
  const { voice, wall, rows, density, turn, width, widthOf } = props;
  const shape = shapeFor(rows.length, density);
  const page = pageOf(rows, shape.columns * shape.rows, turn);
  const columns = inColumns(page, ({ class: at }) => gradeOf(voice, at), shape);
  const height = Math.max(0, ...columns.map(({ items }) => items.length));
  const columnWidth = (width - shape.gutter * (columns.length - 1)) / columns.length;
  const texts = page.map((row) => rowText(voice, wall, row, row.cells[0] ?? { entries: [] }));
  const fit = boardFit(texts, shape, columnWidth, widthOf);
  let at = 0;
  return (
    <div
      class={`grades ${shape.density}`}
      data-turns={page.length < rows.length || undefined}
      style={{
        gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))`,
        '--tile': `${fit.tile}rem`,
        '--key': `${fit.key}rem`,
        '--detail': `${fit.detail}rem`,
      }}
    >
      {columns.map(({ grade, items }) => (
        <section
          class="grade"
          {...(grade && { 'aria-label': grade })}
          style={{ gridTemplateRows: `repeat(${height}, minmax(0, 1fr))` }}
        >
          {items.map(() => {
            const row = fit.rows[at++];
            return row && <ClassRow {...row} largest={shape.subjects[0]} />;
          })}
        </section>
      ))}
    </div>
  );
}

/** The rows of one page; `turn` counts on past the last page. */
export function pageOf<Item>(
  items: readonly Item[],
  perPage: number,
  turn: number,
): readonly Item[] {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const page = turn % pages;
  return items.slice(page * perPage, (page + 1) * perPage);
}

function gradeOf(voice: Voice, at: number): string {
  return voice.say(voice.snapshot.classes[at]?.grade);
}

function ClassRow({
  row,
  subject,
  details,
  largest,
}: FittedRow & { readonly largest: number | undefined }) {
  const { text, size, lines } = subject;
  const Subject = row.isStruck ? 'del' : 'span';
  return (
    <div class={`row ${row.look}`}>
      <div class="key">
        <span class="ltr">{row.name}</span>
        {row.word && (
          <small>
            <Said text={row.word} />
          </small>
        )}
      </div>
      <div class="what">
        <div
          class={lines > 1 ? 'sub wrapped' : 'sub'}
          {...(size !== largest && { style: { fontSize: `${size}rem` } })}
        >
          <Subject>
            <bdi>{text}</bdi>
          </Subject>
        </div>
        {details.length > 0 && (
          <div class="det">
            {details.map((detail) => (
              <span class={row.isRoomChanged && isRoom(row, detail) ? 'chip' : undefined}>
                <bdi>
                  <Said text={detail} />
                </bdi>
              </span>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

function isRoom({ rooms }: FittedRow['row'], detail: string): boolean {
  return rooms.indexOf(detail) >= 0;
}
