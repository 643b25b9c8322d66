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
}: {
  readonly voice: Voice;
  /** Empty where one list stands alone. */
  readonly title: string;
  readonly periods: readonly PeriodAt[];
  readonly instant: number | undefined;
  /** In rem. */
  readonly width: number;
  readonly height: number;
}) {
  const shown = periods.filter(({ kind }) => kind !== 'passing');
  const most = Math.max(1, Math.floor((title ? height - TITLE : height) / ROW));
  const rows = Math.min(most, Math.max(MOST_ROWS, Math.ceil(shown.length / MOST_COLUMNS)));
  const wanted = Math.max(1, Math.ceil(shown.length / rows));
  const columns = inColumns(shown, () => '', { columns: wanted, rows });
  const box = (width - GUTTER * (columns.length - 1)) / columns.length - TILE_AND_GAP;
  return (
    <section class={title ? 'bells titled' : 'bells'}>
      {title && (
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
            sizes={[2.2, 1.9, 1.6]}
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
