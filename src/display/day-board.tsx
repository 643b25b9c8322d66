import type { ComingDay, Wall } from '../timetable/wall.ts';
import { pageOf } from './board.tsx';
import { cellText, HEADER, perPart, type DayFit } from './day-fit.ts';
import { dayHeads, type DayHead } from './day-heads.ts';
import { LabelMark } from './label-mark.tsx';
import { periodLabel } from './period-label.ts';
import { rowText } from './row-text.ts';
import { Said } from './said.tsx';
import { bellTime, type Voice } from './voice.ts';

export type DayBoardProps = {
  readonly voice: Voice;
  readonly wall: Wall;
  readonly board: ComingDay;
  readonly page: number;
  readonly fit: DayFit;
};

/** A coming school day: classes down, periods across. Changes are amber, what is not held is struck. */
export function DayBoard({ voice, wall, board, page, fit }: DayBoardProps) {
  const rows = pageOf(board.rows, fit.perPage, page);
  const heads = dayHeads(rows, board.periods.length);
  const across = perPart(board.periods, fit.parts);
  const parts = Array.from({ length: fit.parts }, (_, at) => matrix(at * across));
  return fit.parts > 1 ? <div class="parts">{parts}</div> : <>{parts}</>;

  function matrix(from: number) {
    const until = from + across;
    const [first, ...others] = heads
      .map(({ at, starts }) => ({ at, starts: starts.slice(from, until) }))
      .filter(({ at, starts }) => at === 0 || starts.some((start) => start !== undefined));
    return (
      <div
        class="matrix"
        data-turns={rows.length < board.rows.length || undefined}
        style={{
          '--periods': across,
          gridTemplateRows: rowsUnder(others),
          '--cell': `${fit.size}rem`,
          '--key': `${fit.key}rem`,
        }}
      >
        {first && headOf(first, true)}
        {rows.map((row, at) => [
          others.filter((head) => head.at === at).map((head) => headOf(head, false)),
          <div class={at % 2 === 0 ? 'key odd' : 'key'}>
            <span class="ltr">{voice.say(voice.snapshot.classes[row.class]?.name)}</span>
          </div>,
          row.cells.slice(from, until).map((cell) => {
            const text = rowText(voice, wall, row, cell);
            const Subject = text.isStruck ? 'del' : 'span';
            return (
              <div class={`cell ${at % 2 === 0 ? 'odd' : ''} ${text.mark}`}>
                {text.look !== 'free' && (
                  <Subject>
                    <bdi>{voice.figures(cellText(text, fit, voice.widthOf))}</bdi>
                  </Subject>
                )}
              </div>
            );
          }),
        ])}
      </div>
    );

    // The first names every period; those below it, only what differs.
    function headOf(head: DayHead, isFirst: boolean) {
      return [
        <div class="corner" />,
        board.periods.slice(from, until).map((period, at) => {
          const start = head.starts[at];
          if (start === undefined && !isFirst) return <div />;
          return (
            <div class="head">
              <LabelMark label={periodLabel(voice, period)} />
              {start !== undefined && (
                <span>
                  <Said text={bellTime(voice, start)} />
                </span>
              )}
            </div>
          );
        }),
      ];
    }
  }

  function rowsUnder(others: readonly DayHead[]): string {
    const tracks = rows.map((_, at) => {
      const row = `minmax(0, ${fit.row}rem)`;
      return others.some((head) => head.at === at) ? `${HEADER}rem ${row}` : row;
    });
    return [`${HEADER}rem`, ...tracks].join(' ');
  }
}
