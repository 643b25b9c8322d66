import type { PeriodAt, Row, Wall } from '../timetable/wall.ts';
import { pageOf } from './board.tsx';
import { HEADER, KEY, type DayFit } from './day-fit.ts';
import { Icon } from './icon.tsx';
import { periodLabel } from './period-label.ts';
import { rowText } from './row-text.ts';
import { Said } from './said.tsx';
import { bellTime, type Voice } from './voice.ts';

type DayBoardOf = Extract<Wall['board'], { readonly kind: 'day' }>;

export type DayBoardProps = {
  readonly voice: Voice;
  readonly wall: Wall;
  readonly board: DayBoardOf;
  readonly page: number;
  readonly fit: DayFit;
};

/** A coming school day: classes down, periods across. Changes are amber, what is not held is struck. */
export function DayBoard({ voice, wall, board, page, fit }: DayBoardProps) {
  const rows = pageOf(board.rows, fit.perPage, page);
  return (
    <div
      class="matrix"
      data-turns={fit.perPage < board.rows.length || undefined}
      style={{
        gridTemplateColumns: `minmax(${KEY}rem, auto) repeat(${board.periods.length}, minmax(0, 1fr))`,
        gridTemplateRows: `${HEADER}rem repeat(${rows.length}, minmax(0, ${fit.row}rem))`,
        '--cell': `${fit.size}rem`,
        '--key': `${fit.key}rem`,
      }}
    >
      <div />
      {board.periods.map((period) => (
        <PeriodHead voice={voice} period={period} />
      ))}
      {rows.map((row, at) => (
        <MatrixRow voice={voice} wall={wall} row={row} fit={fit} isOdd={at % 2 === 0} />
      ))}
    </div>
  );
}

function PeriodHead({ voice, period }: { readonly voice: Voice; readonly period: PeriodAt }) {
  const label = periodLabel(voice, period);
  return (
    <div class="head">
      {'icon' in label ? <Icon name={label.icon} /> : <b>{label.text}</b>}
      <span>
        <Said text={bellTime(voice, period.start)} />
      </span>
    </div>
  );
}

function MatrixRow({
  voice,
  wall,
  row,
  fit,
  isOdd,
}: {
  readonly voice: Voice;
  readonly wall: Wall;
  readonly row: Row;
  readonly fit: DayFit;
  readonly isOdd: boolean;
}) {
  const stripe = isOdd ? 'odd' : '';
  return (
    <>
      <div class={`key ${stripe}`}>
        <span class="ltr">{voice.say(voice.snapshot.classes[row.class]?.name)}</span>
      </div>
      {row.cells.map((cell) => {
        const text = rowText(voice, wall, row, cell);
        const Subject = text.isStruck ? 'del' : 'span';
        const isFree = cell.entries.length === 0;
        const mark =
          text.look !== 'alt' ? '' : text.word === voice.words.cover ? 'cover' : 'change';
        return (
          <div class={`cell ${stripe} ${mark}`}>
            {!isFree && (
              <Subject>
                <bdi>{text.subjects[fit.form]}</bdi>
              </Subject>
            )}
          </div>
        );
      })}
    </>
  );
}
