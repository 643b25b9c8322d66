import { differenceInCalendarDays, parseISO } from 'date-fns';

const EPOCH = '1970-01-01';

/**
 * Whole days since 1970-01-01 of a date such as `2026-08-23`.
 *
 * Both dates are midnights of the machine's own zone, so that the zone falls out of the difference.
 */
export function dayNumber(date: string): number {
  return differenceInCalendarDays(parseISO(date), parseISO(EPOCH));
}

/** Seconds of the service date of a time such as `07:30`, `07:30:15` or `24:30`. */
export function secondOf(time: string): number {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return hour * 3600 + minute * 60 + second;
}
