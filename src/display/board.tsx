import type { Cell, Row, Wall } from '../timetable/wall.ts';
import { boardFit, isChip, type FittedRow } from './board-fit.ts';
import { inColumns } from './columns.ts';
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
};

const NO_CELL: Cell = { entries: [] };

/** Every class of the screen with what it has in one period: a tile, a subject, who and where. */
export function LessonBoard(props: LessonBoardProps) {
  const { voice, wall, rows, shape, page, width } = props;
  const shown = pageOf(rows, shape.columns * shape.rows, page);
  const { classes } = voice.snapshot;
  const gradeOf = ({ class: at }: Row) => {
    const { [at]: one } = classes;
    return one ? voice.say(one.grade) : '';
  };
  const columns = inColumns(shown, gradeOf, shape);
  const columnWidth = (width - shape.gutter * (columns.length - 1)) / columns.length;
  const texts = shown.map((row) => {
    const [cell = NO_CELL] = row.cells;
    return rowText(voice, wall, row, cell);
  });
  const fit = boardFit(texts, shape, columnWidth, voice.widthOf);
  let at = 0;
  return (
    <div
      class={`grades ${shape.density} ${shape.isStacked ? 'stacked' : ''}`}
      data-turns={shown.length < rows.length || undefined}
      style={{
        '--rows': Math.max(0, ...columns.map(({ items }) => items.length)),
        '--tile': `${fit.tile}rem`,
        '--key': `${fit.key}rem`,
        '--detail': `${fit.detail}rem`,
      }}
    >
      {columns.map(({ grade, items }) => (
        <section class="grade" aria-label={grade || undefined}>
          {items.map(() => {
            const row = fit.rows[at++];
            return row && <ClassRow {...row} voice={voice} largest={shape.subjects[0]} />;
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

function ClassRow({
  row,
  subject,
  details,
  isBelow,
  voice,
  largest,
}: FittedRow & { readonly voice: Voice; readonly largest: number | undefined }) {
  const { text, size, lines } = subject;
  const Subject = row.isStruck ? 'del' : 'span';
  return (
    <div class={`row ${row.look} ${row.later && 'later'}`}>
      <div class="key">
        <span class="ltr">{row.name}</span>
        {(row.later || row.word) && (
          <small>
            <Said text={row.later || row.word} />
          </small>
        )}
      </div>
      <div class={isBelow ? 'what below' : 'what'}>
        <div
          class={lines > 1 ? 'sub wrapped' : 'sub'}
          style={size === largest ? undefined : { fontSize: `${size}rem` }}
        >
          <Subject>
            <bdi>{voice.figures(text)}</bdi>
          </Subject>
        </div>
        {details.length > 0 && (
          <div class="det">
            {details.map((detail) => (
              <span class={isChip(row, detail) ? 'chip' : ''}>
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
