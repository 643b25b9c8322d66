import type { Civil } from './wall.ts';

/** What a person sets a clock to. */
export type CivilTime = Pick<Civil, 'day' | 'second'>;

/** What a person turns to set a clock. */
export type TimePart = 'hour' | 'minute' | 'day';

const DAY_S = 86_400;
const HOUR_S = 3600;
const MINUTE_S = 60;

/**
 * A time with one part turned on or back by one, as on a clock that is set: hours go round in their
 * day and minutes in their hour. Whoever turns the minutes does not say the second: it is the middle
 * of the minute then, which is at most half a minute wrong.
 */
export function turned({ day, second }: CivilTime, part: TimePart, by: 1 | -1): CivilTime {
  if (part === 'day') return { day: day + by, second };
  if (part === 'hour') return { day, second: (second + by * HOUR_S + DAY_S) % DAY_S };
  const minute = (Math.floor(second / MINUTE_S) + by + MINUTE_S) % MINUTE_S;
  const hour = Math.floor(second / HOUR_S);
  return { day, second: hour * HOUR_S + minute * MINUTE_S + MINUTE_S / 2 };
}

/** A time `seconds` later, without regard to clocks that change in between. */
export function gone({ day, second }: CivilTime, seconds: number): CivilTime {
  const sum = second + Math.floor(seconds);
  return { day: day + Math.floor(sum / DAY_S), second: sum % DAY_S };
}

/** The part beside this one on the screen; the last at either side stays. */
export function partBeside(part: TimePart, step: 1 | -1, dir: 'ltr' | 'rtl'): TimePart {
  // The time itself runs left to right in either language.
  const parts: readonly TimePart[] =
    dir === 'ltr' ? ['hour', 'minute', 'day'] : ['day', 'hour', 'minute'];
  return parts[parts.indexOf(part) + step] ?? part;
}
