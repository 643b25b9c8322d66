import type { PeriodAt } from '../timetable/wall.ts';
import { inColumns } from './columns.ts';
import { FILL, fitted, type WidthOf } from './fit.ts';
import { Icon } from './icon.tsx';
import { periodLabel, periodNames } from './period-label.ts';
import { Said } from './said.tsx';
import { bellRange, bellTime, type Voice } from './voice.ts';

const MOST_ROWS = 6;
const MOST_COLUMNS = 4;
const GUTTER = 2;
const TILE_AND_GAP = 5.4;
const ROW = 5;
const TIMES_SIZE = 1.6;

/** The bells of one day as a list; what is running is amber, unless `instant` is not known. */
export function BellTable({
  voice,
  title,
  periods,
  instant,
  width,
  height,
  widthOf,
}: {
  readonly voice: Voice;
  /** Absent where one list stands alone. */
  readonly title?: string | undefined;
  readonly periods: readonly PeriodAt[];
  readonly instant: number | undefined;
  /** In rem. */
  readonly width: number;
  readonly height: number;
  readonly widthOf: WidthOf;
}) {
  const shown = periods.filter(({ kind }) => kind !== 'passing');
  const most = Math.max(1, Math.floor(height / ROW));
  const rows = Math.min(most, Math.max(MOST_ROWS, Math.ceil(shown.length / MOST_COLUMNS)));
  const wanted = Math.max(1, Math.ceil(shown.length / rows));
  const columns = inColumns(shown, () => '', { columns: wanted, rows });
  const box = (width - GUTTER * (columns.length - 1)) / columns.length - TILE_AND_GAP;
  const heading = fitted(
    { names: [title ?? ''], sizes: [1.6, 1.4], weight: 600, box: width },
    widthOf,
  );
  return (
    <section class={title ? 'bells titled' : 'bells'}>
      {title && (
        <h3 style={{ fontSize: `${heading.size}rem` }}>
          <bdi>{heading.text}</bdi>
        </h3>
      )}
      <div
        class="grades"
        style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }}
      >
        {columns.map(({ items }) => (
          <div
            class="grade"
            style={{
              gridTemplateRows: `repeat(${columns[0]?.items.length ?? 1}, minmax(0, 6rem))`,
            }}
          >
            {items.map((period) => (
              <Bell voice={voice} period={period} instant={instant} box={box} widthOf={widthOf} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function Bell({
  voice,
  period,
  instant,
  box,
  widthOf,
}: {
  readonly voice: Voice;
  readonly period: PeriodAt;
  readonly instant: number | undefined;
  readonly box: number;
  readonly widthOf: WidthOf;
}) {
  const label = periodLabel(voice, period);
  const name = fitted(
    {
      names: periodNames(voice, period),
      sizes: [2.2, 1.9, 1.6],
      weight: 600,
      box,
      wrapped: { lines: 2, sizes: [1.4] },
    },
    widthOf,
  );
  const range = bellRange(voice, period.start, period.end);
  // In a narrow column the end is where the next begins.
  const isRoomy = widthOf(range, 500) * TIMES_SIZE <= box * FILL;
  const isOn = instant !== undefined && period.start <= instant && instant < period.end;
  return (
    <div class={isOn ? 'row bell alt' : 'row bell'}>
      <div class="key">
        {'icon' in label ? <Icon name={label.icon} /> : <span>{label.text}</span>}
      </div>
      <div class="what">
        <div class={name.lines > 1 ? 'sub wrapped' : 'sub'} style={{ fontSize: `${name.size}rem` }}>
          <bdi>{name.text}</bdi>
        </div>
        <div class="det">
          <Said text={isRoomy ? range : bellTime(voice, period.start)} />
        </div>
      </div>
    </div>
  );
}
