import type { PeriodAt } from '../timetable/wall.ts';
import type { Day } from './days-of.ts';
import { FittedText } from './fitted-text.tsx';
import { LabelMark } from './label-mark.tsx';
import { periodLabel } from './period-label.ts';
import type { Voice } from './voice.ts';

type Segment = { readonly start: number; readonly end: number; readonly period?: PeriodAt };

const LABEL = 1.4;
const ICON = 1.5;
const GAP = 0.3;
/** `band.css` sets it. */
const DAYS_GAP = 3;
const MS_PER_MINUTE = 60_000;

type DaysProps = {
  readonly voice: Voice;
  readonly days: readonly Day[];
  readonly instant: number;
  /** In rem. */
  readonly width: number;
};

/** The one day of all tracks, or the day of each side by side. */
export function DayRibbons({ voice, days, instant, width }: DaysProps) {
  const own = (width - DAYS_GAP * (days.length - 1)) / days.length;
  const ribbons = days.map(({ periods, track }) => {
    const ribbon = <DayRibbon {...{ voice, periods, instant }} width={own} />;
    if (days.length === 1) return ribbon;
    return (
      <section>
        <FittedText voice={voice} names={[track]} sizes={[LABEL]} weight={500} box={own} />
        {ribbon}
      </section>
    );
  });
  return days.length > 1 ? <div class="days">{ribbons}</div> : ribbons;
}

/** All of a day to scale: what is over, how far the running period is, and what is to come. */
function DayRibbon({
  voice,
  periods,
  instant,
  width,
}: Omit<DaysProps, 'days'> & { readonly periods: readonly PeriodAt[] }) {
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
        const done = Math.floor((instant - start) / MS_PER_MINUTE) * MS_PER_MINUTE;
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
