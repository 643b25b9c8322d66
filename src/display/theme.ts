import type { ScreenSettings } from '../contract/screen.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { PeriodAt, Wall } from '../timetable/wall.ts';

const BEFORE_FIRST_BELL_MS = 30 * 60_000;

/**
 * Light or dark, as the screen says, else the school. `auto` is light from 30 minutes before the
 * first bell to the last: small letters read better dark on light while people are in the hall.
 */
export function themeAt(snapshot: Snapshot, screen: ScreenSettings, wall: Wall): 'light' | 'dark' {
  const { theme: chosen = snapshot.school.theme } = screen;
  if (chosen !== 'auto') return chosen;
  // Where no bells are known, people may be in the hall at any time.
  if (wall.heroes.every(({ kind }) => kind === 'unknown')) return 'light';
  const isIn = (is: (period: PeriodAt) => boolean) =>
    wall.heroes.some(({ today }) => today.some(is));
  const hasBegun = isIn(({ start }) => start - BEFORE_FIRST_BELL_MS <= wall.instant);
  return hasBegun && isIn(({ end }) => wall.instant < end) ? 'light' : 'dark';
}
