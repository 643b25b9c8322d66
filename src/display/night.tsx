import type { Wall } from '../timetable/wall.ts';
import { Said } from './said.tsx';

const MS_PER_MINUTE = 60_000;
const EVENING_SECOND = 18 * 3600;
const MORNING_SECOND = 5.5 * 3600;
const AFTER_LAST_BELL_MS = 60 * MS_PER_MINUTE;
const BEFORE_FIRST_BELL_MS = 90 * MS_PER_MINUTE;

/** Whether nobody is expected in the hall, so that the screen shows little more than that it is on. */
export function isNight({ heroes, civil, instant }: Wall): boolean {
  if (EVENING_SECOND > civil.second && civil.second >= MORNING_SECOND) return false;
  return heroes.every(
    ({ current, today, next }) =>
      current.length === 0 &&
      today.every(({ start, end }) => start > instant || end + AFTER_LAST_BELL_MS <= instant) &&
      next.every(({ start }) => instant < start - BEFORE_FIRST_BELL_MS),
  );
}

const COLUMNS = 7;
const ROWS = 5;

/** The clock alone, in another place each minute: a picture that stands still burns in. */
export function Night({ clock, instant }: { readonly clock: string; readonly instant: number }) {
  const minute = Math.floor(instant / MS_PER_MINUTE);
  const placed = (places: number) =>
    `${minute % places}fr auto ${places - 1 - (minute % places)}fr`;
  return (
    <main
      class="night"
      data-turns
      style={{ gridTemplateColumns: placed(COLUMNS), gridTemplateRows: placed(ROWS) }}
    >
      <h1>
        <Said text={clock} />
      </h1>
    </main>
  );
}
