import { FIRST_DAY } from '../storm-school.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Of `storm-school.ts`, in minutes after midnight. */
const BELLS = [420, 465, 510, 555, 585, 630, 675, 720];
/** The day of the old service begins and ends half an hour around its bells (original.md §2.1). */
const AROUND = 30;
const [FIRST = 0] = BELLS;
const LAST = BELLS.at(-1) ?? 0;

/** Midnight before `at`, in Riyadh. */
export function midnightBefore(at: number): number {
  return at - ((((at - FIRST_DAY) % DAY) + DAY) % DAY);
}

/** Whether the old service takes `at` for a time of school. */
export function isActiveAt(at: number): boolean {
  const minute = (at - midnightBefore(at)) / MINUTE;
  return FIRST - AROUND <= minute && minute < LAST + AROUND;
}

/** The next bell after `at` on the same day that a countdown runs to; `undefined` when none does. */
export function countdownAfter(at: number): number | undefined {
  if (!isActiveAt(at)) return undefined;
  const midnight = midnightBefore(at);
  const bell = BELLS.find((minute) => midnight + minute * MINUTE > at);
  return bell === undefined ? undefined : midnight + bell * MINUTE;
}

/** When the day's window opens, if it has not yet. */
export function openingAfter(at: number): number | undefined {
  const opening = midnightBefore(at) + (FIRST - AROUND) * MINUTE;
  return at < opening ? opening : undefined;
}

/** Until when what was made at `at` may be kept: the next bell, or the opening of the window. */
export function turnAfter(at: number): number {
  return countdownAfter(at) ?? openingAfter(at) ?? Infinity;
}
