import { parseISO } from 'date-fns';

const MS_PER_DAY = 86_400_000;

/** Whole days since 1970-01-01 of a date such as `2026-08-23`, whatever the machine's own zone. */
export function dayNumber(date: string): number {
  return parseISO(`${date}T00Z`).getTime() / MS_PER_DAY;
}

/** Seconds of the service date of a time such as `07:30`, `07:30:15` or `24:30`. */
export function secondOf(time: string): number {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return hour * 3600 + minute * 60 + second;
}
