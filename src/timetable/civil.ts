import type { Snapshot } from '../contract/snapshot.ts';
import type { Civil } from './wall.ts';

const MS_PER_DAY = 86_400_000;

/** Ascending `[from instant, UTC offset in seconds]`; the first holds before it, too. */
export type Offsets = Snapshot['offsets'];

/** What holds where there is no table. */
const UTC = [0, 0] as const;

/** UTC offset in seconds at `instant`; outside the table, the nearest one. */
export function offsetAt(offsets: Offsets, instant: number): number {
  let [[, held] = UTC] = offsets;
  for (const [from, offset] of offsets) if (from <= instant) held = offset;
  return held;
}

/** The civil date at `instant`, as a day number. */
export function dayAt(offsets: Offsets, instant: number): number {
  return Math.floor((instant + offsetAt(offsets, instant) * 1000) / MS_PER_DAY);
}

/** What the clock on the school's wall reads at `instant`. */
export function civilAt(offsets: Offsets, instant: number): Civil {
  const offset = offsetAt(offsets, instant);
  const local = instant + offset * 1000;
  const day = Math.floor(local / MS_PER_DAY);
  return {
    day,
    ...dateOf(day),
    weekday: weekdayOf(day),
    second: Math.floor((local - day * MS_PER_DAY) / 1000),
    offset,
  };
}

/**
 * The instant at which the clock on the wall reads `second` of the service date `day`; from 86,400
 * on, that is the next date's clock, not time elapsed.
 *
 * A time that occurs twice is its first occurrence; one that is skipped moves forward by the gap
 * (RFC 5545 §3.3.5; Temporal's "compatible").
 */
export function instantOf(offsets: Offsets, day: number, second: number): number {
  const local = day * MS_PER_DAY + second * 1000;
  let [[, held] = UTC] = offsets;
  for (const [from, offset] of offsets) {
    // Before this change, or in the gap that it leaves on the clock.
    if (local - Math.max(held, offset) * 1000 < from) break;
    held = offset;
  }
  return local - held * 1000;
}

/** Sunday = 0. Day 0, 1970-01-01, was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The calendar date of a day number. Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function dateOf(day: number): { year: number; month: number; date: number } {
  // Years begin in March here, so that the leap day is the last of its year.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** `2026-08-23`, from a day number. */
export function dateText(day: number): string {
  const { year, month, date } = dateOf(day);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`;
}

/** `07:05:00`, from seconds since midnight. */
export function timeText(second: number): string {
  const minute = Math.floor(second / 60);
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}:${pad(second % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
