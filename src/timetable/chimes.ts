import type { ScreenSettings } from '../contract/screen.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { periodsOn } from './bells.ts';
import { civilAt } from './civil.ts';
import { entriesIn, isTeaching } from './lessons.ts';
import { classesOf, tracksOf } from './wall-at.ts';
import type { PeriodAt } from './wall.ts';

/** On the clock on the wall; neighbours sleep, and an evening school knows when it ends. */
const FROM_SECOND = 6 * 3600;
const UNTIL_SECOND = 22 * 3600;

type Silence = Pick<PeriodAt, 'start' | 'end'>;

/**
 * The instants of a civil date at which a lesson of the screen's classes begins or ends, ascending.
 *
 * Left out are those between 22:00 and 6:00, those while one of these classes sits an exam, from its
 * first to its last bell, and those during an alert. None on dates that the timetable does not cover.
 */
export function chimesOn(
  snapshot: Snapshot,
  screen: ScreenSettings,
  day: number,
): readonly number[] {
  const classes = classesOf(snapshot, screen);
  // Bells of a service date may ring on the civil date after it.
  const periods = tracksOf(snapshot, classes)
    .reduce<readonly PeriodAt[]>(
      (all, track) =>
        all.concat(periodsOn(snapshot, track, day - 1), periodsOn(snapshot, track, day)),
      [],
    )
    .filter((period) => isTeaching(snapshot, period));
  const silences: readonly Silence[] = [
    ...periods.filter(isExam),
    ...snapshot.alerts.map(({ from, until }) => ({ start: from, end: until })),
  ];
  const bells = periods
    .reduce<readonly number[]>((all, { start, end }) => all.concat(start, end), [])
    .filter(isHeard);
  return bells.filter((bell, at) => bells.indexOf(bell) === at).sort((a, b) => a - b);

  function isExam(period: PeriodAt): boolean {
    if (period.kind === 'exam') return true;
    return classes.some((index) => entriesIn(snapshot, index, period).some(({ exam }) => exam));
  }

  function isHeard(bell: number): boolean {
    const civil = civilAt(snapshot.offsets, bell);
    return (
      civil.day === day &&
      FROM_SECOND <= civil.second &&
      civil.second <= UNTIL_SECOND &&
      !silences.some(({ start, end }) => start <= bell && bell <= end)
    );
  }
}
