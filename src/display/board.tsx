import type { Row, Wall } from '../timetable/wall.ts';
import { boardFit, type FittedRow } from './board-fit.ts';
import { inColumns } from './columns.ts';
import type { WidthOf } from './fit.ts';
import { rowText } from './row-text.ts';
import { Said } from './said.tsx';
import type { Shape } from './shape.ts';
import type { Voice } from './voice.ts';

export type LessonBoardProps = {
  readonly voice: Voice;
  readonly wall: Wall;
  readonly rows: readonly Row[];
  readonly shape: Shape;
  readonly page: number;
  /** Width of the board in rem. */
  readonly width: number;
  readonly widthOf: WidthOf;
};

/** Every class of the screen with what it has in one period: a tile, a subject, who and where. */
export function LessonBoard(props: LessonBoardProps) {
  const { voice, wall, rows, shape, page, width, widthOf } = props;
  const shown = pageOf(rows, shape.columns * shape.rows, page);
  const columns = inColumns(shown, ({ class: at }) => gradeOf(voice, at), shape);
  const height = Math.max(0, ...columns.map(({ items }) => items.length));
  const columnWidth = (width - shape.gutter * (columns.length - 1)) / columns.length;
  const texts = shown.map((row) => rowText(voice, wall, row, row.cells[0] ?? { entries: [] }));
  const fit = boardFit(texts, shape, columnWidth, widthOf);
  let at = 0;
  return (
    <div
      class={`grades ${shape.density}`}
      data-turns={shown.length < rows.length || undefined}
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

/** The items of one page, the first being 0. */
export function pageOf<Item>(
  items: readonly Item[],
  perPage: number,
  page: number,
): readonly Item[] {
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
