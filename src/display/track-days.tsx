import type { Hero } from '../timetable/wall.ts';
import { DayRibbon } from './day-ribbon.tsx';
import { daysOf } from './days-of.ts';
import { FittedText } from './fitted-text.tsx';
import type { Voice } from './voice.ts';

export type TrackDaysProps = {
  readonly voice: Voice;
  readonly hero: Hero;
  readonly instant: number;
  /** In rem. */
  readonly width: number;
  /** One below the other. */
  readonly isStacked?: boolean;
};

/** More are not shown. */
export const MOST_DAYS = 3;
/** Between two of them; `band.css` sets it. */
const GAP = 3;

/** The days of tracks that share all of now: side by side, each under the name of its tracks. */
export function TrackDays({ voice, hero, instant, width, isStacked }: TrackDaysProps) {
  const days = daysOf(voice, hero).slice(0, MOST_DAYS);
  const own = isStacked ? width : (width - GAP * (days.length - 1)) / days.length;
  return (
    <div class="days">
      {days.map(({ periods, track }) => (
        <section>
          <FittedText voice={voice} names={[track]} sizes={[1.4]} weight={500} box={own} />
          <DayRibbon {...{ voice, periods, instant }} width={own} />
        </section>
      ))}
    </div>
  );
}
