import type { Snapshot } from '../contract/snapshot.ts';
import { inOrder, periodsOn, scheduleOn } from './bells.ts';
import { civilAt } from './civil.ts';
import type { PeriodAt, TrackDay, TrackDayKind } from './wall.ts';

/** How far ahead the next period is looked for; the longest holidays are shorter. */
const SEARCH_DAYS = 400;

/** How long a night that ended after midnight is still said to be over. */
const AFTER_LAST_BELL_MS = 3_600_000;

/**
 * What is on in a track at `instant`. Total: every instant has exactly one answer.
 *
 * It is told of `day`: the true civil date, although a period of yesterday's service date may be
 * running, or the one that `serviceDayAt` answers.
 */
export function trackDayAt(
  snapshot: Snapshot,
  track: number,
  instant: number,
  day: number = civilAt(snapshot.offsets, instant).day,
): TrackDay {
  const around = periodsAround(snapshot, track, day);
  const current = around.filter(({ start, end }) => start <= instant && instant < end);
  const today = around.filter((period) => period.day === day);
  const schedule = scheduleOn(snapshot, track, day);
  return {
    day,
    kind: kindOf(snapshot, instant, day, current, today, schedule),
    current,
    next: nextAfter(snapshot, track, instant, day, around),
    today,
    usual: day > snapshot.coverage.through,
  };
}

/**
 * The service date that people in a track live in at `instant`, and when they leave it without a bell.
 *
 * It is the civil date, unless bells of another one are ringing (hours past 24; a fast bell clock),
 * or the last of those did so less than an hour ago.
 */
export function serviceDayAt(
  snapshot: Snapshot,
  track: number,
  instant: number,
): { readonly day: number; readonly until: number } {
  const { day: civil } = civilAt(snapshot.offsets, instant);
  for (const day of [civil + 1, civil, civil - 1, civil - 2]) {
    const periods = periodsOn(snapshot, track, day);
    const linger = day < civil ? AFTER_LAST_BELL_MS : 0;
    const until = Math.max(...periods.map(({ end }) => end)) + linger;
    const [{ start } = { start: Infinity }] = periods;
    if (start <= instant && instant < until) return { day, until };
  }
  return { day: civil, until: Infinity };
}

// Yesterday's and the day before's may still be running (hours past 24 and a slow bell clock);
// tomorrow's may have begun (a fast one).
function periodsAround(snapshot: Snapshot, track: number, day: number): readonly PeriodAt[] {
  return [-2, -1, 0, 1, 2]
    .reduce<readonly PeriodAt[]>(
      (all, step) => all.concat(periodsOn(snapshot, track, day + step)),
      [],
    )
    .slice()
    .sort(inOrder);
}

function kindOf(
  snapshot: Snapshot,
  instant: number,
  day: number,
  current: readonly PeriodAt[],
  today: readonly PeriodAt[],
  schedule: number | null | string | undefined,
): TrackDayKind {
  if (current.length > 0) return 'in';
  if (day < snapshot.coverage.from) return 'beforeCoverage';
  if (schedule === undefined) return 'afterCoverage';
  if (typeof schedule === 'string') return 'unknown';
  if (today.length === 0) return 'closed';
  if (today.every(({ start }) => instant < start)) return 'before';
  if (today.every(({ end }) => end <= instant)) return 'after';
  return 'gap';
}

function nextAfter(
  snapshot: Snapshot,
  track: number,
  instant: number,
  day: number,
  around: readonly PeriodAt[],
): readonly PeriodAt[] {
  const soon = earliest(around.filter(({ start }) => start > instant));
  if (soon.length > 0) return soon;
  for (let ahead = 3; ahead <= SEARCH_DAYS; ahead++) {
    const periods = periodsOn(snapshot, track, day + ahead);
    if (periods.length > 0) {
      // A service date may begin after midnight, so that the one after it begins earlier.
      return earliest(periods.concat(periodsOn(snapshot, track, day + ahead + 1)));
    }
  }
  return [];
}

function earliest(periods: readonly PeriodAt[]): readonly PeriodAt[] {
  const start = Math.min(...periods.map((period) => period.start));
  return periods.filter((period) => period.start === start);
}
