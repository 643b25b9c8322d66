import type { PeriodAt } from '../timetable/wall.ts';
import { stepsIn } from './holds.ts';
import { LabelMark } from './label-mark.tsx';
import { periodLabel } from './period-label.ts';
import type { Voice } from './voice.ts';

type Segment = { readonly start: number; readonly end: number; readonly period?: PeriodAt };

const LABEL = 1.4;
const ICON = 1.5;
const GAP = 0.3;
const MS_PER_MINUTE = 60_000;

/** All of a day to scale: what is over, how far the running period is, and what is to come. */
export function DayRibbon({
  voice,
  periods,
  instant,
  width,
}: {
  readonly voice: Voice;
  readonly periods: readonly PeriodAt[];
  readonly instant: number;
  /** In rem. */
  readonly width: number;
}) {
  const segments = segmentsOf(periods);
  const [first] = segments;
  const last = segments[segments.length - 1];
  if (first === undefined || last === undefined) return null;
  const scale = (width - GAP * (segments.length - 1)) / (last.end - first.start);
  const columns = segments.map(({ start, end }) => `minmax(0, ${(end - start) / MS_PER_MINUTE}fr)`);
  return (
    <div class="day" aria-hidden="true" style={{ gridTemplateColumns: columns.join(' ') }}>
      {segments.map(({ start, end, period }) => {
        if (period === undefined) return <div />;
        const look = instant >= end ? 'past' : instant >= start ? 'on' : 'future';
        // Steps of a minute, and no running animation.
        const done = stepsIn(instant - start, MS_PER_MINUTE) * MS_PER_MINUTE;
        const label = periodLabel(voice, period);
        const room = 'icon' in label ? ICON : voice.widthOf(label.text, 700) * LABEL;
        return (
          <div class={`seg ${look}`}>
            <div class="lab">{room <= (end - start) * scale && <LabelMark label={label} />}</div>
            <div class="bar">
              {look === 'on' && <div style={{ width: `${(100 * done) / (end - start)}%` }} />}
            </div>
          </div>
        );
      })}
    </div>
  );
}

/** Periods and the gaps between them, one after the other; of overlapping ones the later gives way. */
function segmentsOf(periods: readonly PeriodAt[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (const period of periods) {
    const [{ end: until } = { end: period.start }] = segments.slice(-1);
    const start = Math.max(until, period.start);
    if (period.kind !== 'passing' && period.end > start) {
      if (start > until) segments.push({ start: until, end: start });
      segments.push({ start, end: period.end, period });
    }
  }
  return segments;
}
