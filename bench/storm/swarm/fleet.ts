import { FIRST_DAY } from '../storm-school.ts';

const MINUTE = 60_000;

/** Small enough to run a thousand times: in each school one screen with a worker, and one without. */
export const SCHOOLS = 2;
export const PER_SCHOOL = 2;
export const SCREENS = SCHOOLS * PER_SCHOOL;

/** The screens are put up, in the first lesson of a school day but one. */
export const BEGIN = FIRST_DAY + 7 * 60 * MINUTE + 50 * MINUTE;

/** When a school edits its timetable: once before anything happens, and in the midst of it. */
export const EDITS: readonly { readonly at: number; readonly school: number }[] = [
  [4, 5],
  [17, 19],
  [24, 26],
  [36, 38],
].flatMap((minutes) => minutes.map((minute, school) => ({ at: BEGIN + minute * MINUTE, school })));

/** Number of the school that a screen hangs in. */
export function schoolOf(screen: number): number {
  return Math.floor(screen / PER_SCHOOL);
}

/** Whether it is opened by https, so that a worker does its work. */
export function hasWorker(screen: number): boolean {
  return screen % PER_SCHOOL === 0;
}
