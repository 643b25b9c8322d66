import type { PeriodAt } from '../timetable/wall.ts';
import { inColumns } from './columns.ts';
import { FILL } from './fit.ts';
import { FittedText } from './fitted-text.tsx';
import { LabelMark } from './label-mark.tsx';
import { periodLabel, periodNames } from './period-label.ts';
import { Said } from './said.tsx';
import { bellRange, bellTime, type Voice } from './voice.ts';

const MOST_ROWS = 6;
const MOST_COLUMNS = 4;
const GUTTER = 2;
const TILE_AND_GAP = 5.4;
const ROW = 5;
/** With names and times no larger than the smallest. */
const LOW_ROW = 4.2;
/** In a narrower box names are not written; rather rows are low. */
const NARROWEST = 7;
const TIMES_SIZE = 1.6;
const TITLE = 2.6;

/** The bells of one day as a list; what is running is amber, unless `instant` is not known. */
export function BellTable({
  voice,
  title,
  periods,
  instant,
  width,
  height,
  isTall,
}: {
  readonly voice: Voice;
  /** Empty where one list stands alone. */
  readonly title: string;
  readonly periods: readonly PeriodAt[];
  readonly instant: number | undefined;
  /** In rem. */
  readonly width: number;
  readonly height: number;
  /** Columns go down as far as they can. */
  readonly isTall: boolean;
}) {
  const shown = periods.filter(({ kind }) => kind !== 'passing');
  const rest = title ? height - TITLE : height;
  const usual = columnsOf(isTall ? LOW_ROW : ROW);
  const columns = boxIn(usual.length) < NARROWEST ? columnsOf(LOW_ROW) : usual;
  const box = boxIn(columns.length);
  const isLow = rest / Math.ceil(shown.length / columns.length) < ROW;
  const sizes = isLow ? [1.6] : [2.2, 1.9, 1.6];
  return (
    <section class={title ? 'bells titled' : 'bells'}>
      {title !== '' && (
        <FittedText
          voice={voice}
          tag="h3"
          names={[title]}
          sizes={[1.6, 1.4]}
          weight={600}
          box={width}
        />
      )}
      <div class="grades" style={{ '--rows': Math.ceil(shown.length / columns.length) }}>
        {columns.map(({ items }) => (
          <div class="grade">{items.map(bell)}</div>
        ))}
      </div>
    </section>
  );

  function columnsOf(row: number) {
    const most = Math.max(1, Math.floor(rest / row));
    const roomy = Math.max(MOST_ROWS, Math.ceil(shown.length / MOST_COLUMNS));
    const rows = isTall ? most : Math.min(most, roomy);
    const wanted = Math.max(1, Math.ceil(shown.length / rows));
    return inColumns(shown, () => '', { columns: wanted, rows });
  }

  function boxIn(columns: number): number {
    return (width - GUTTER * (columns - 1)) / columns - TILE_AND_GAP;
  }

  function bell(period: PeriodAt) {
    const { start, end } = period;
    const range = bellRange(voice, start, end);
    // In a narrow column the end is where the next begins.
    const isRoomy = voice.widthOf(range, 500) * TIMES_SIZE <= box * FILL;
    const isOn = instant !== undefined && start <= instant && instant < end;
    return (
      <div class={isOn ? 'row bell alt' : 'row bell'}>
        <div class="key">
          <LabelMark label={periodLabel(voice, period)} />
        </div>
        <div class="what">
          <FittedText
            voice={voice}
            class="sub"
            names={periodNames(voice, period)}
            sizes={sizes}
            weight={600}
            box={box}
            wrapped={[1.4]}
          />
          <div class="det">
            <Said text={isRoomy ? range : bellTime(voice, start)} />
          </div>
        </div>
      </div>
    );
  }
}
