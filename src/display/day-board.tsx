import type { Wall } from '../timetable/wall.ts';
import { pageOf } from './board.tsx';
import type { DayFit } from './day-fit.ts';
import { LabelMark } from './label-mark.tsx';
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
      data-turns={rows.length < board.rows.length || undefined}
      style={{
        '--periods': board.periods.length,
        '--rows': rows.length,
        '--row': `${fit.row}rem`,
        '--cell': `${fit.size}rem`,
        '--key': `${fit.key}rem`,
      }}
    >
      <div />
      {board.periods.map((period) => (
        <div class="head">
          <LabelMark label={periodLabel(voice, period)} />
          <span>
            <Said text={bellTime(voice, period.start)} />
          </span>
        </div>
      ))}
      {rows.map((row, at) => [
        <div class={at % 2 === 0 ? 'key odd' : 'key'}>
          <span class="ltr">{voice.say(voice.snapshot.classes[row.class]?.name)}</span>
        </div>,
        row.cells.map((cell) => {
          const text = rowText(voice, wall, row, cell);
          const Subject = text.isStruck ? 'del' : 'span';
          return (
            <div class={`cell ${at % 2 === 0 ? 'odd' : ''} ${text.mark}`}>
              {text.look !== 'free' && (
                <Subject>
                  <bdi>{text.subjects[fit.form]}</bdi>
                </Subject>
              )}
            </div>
          );
        }),
      ])}
    </div>
  );
}
