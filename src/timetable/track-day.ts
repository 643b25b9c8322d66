import type { Snapshot } from '../contract/snapshot.ts';
import { dayKindOn, inOrder, periodsOn, scheduleOn } from './bells.ts';
import { civilAt } from './civil.ts';
import type { PeriodAt, TrackDay, TrackDayKind } from './wall.ts';

/** How far ahead the next period is looked for; the longest holidays are shorter. */
const SEARCH_DAYS = 400;

/**
 * What is on in a track at `instant`. Total: every instant has exactly one answer.
 *
 * The date is the true civil date, although a period of yesterday's service date may be running.
 */
export function trackDayAt(snapshot: Snapshot, track: number, instant: number): TrackDay {
  const { day } = civilAt(snapshot.offsets, instant);
  const around = periodsAround(snapshot, track, day);
  const current = around.filter(({ start, end }) => start <= instant && instant < end);
  const today = around.filter((period) => period.day === day);
  const schedule = scheduleOn(snapshot, track, day);
  return {
    kind: kindOf(snapshot, instant, day, current, today, schedule),
    current,
    next: nextAfter(snapshot, track, instant, day, around),
    today,
    schedule: scheduleName(snapshot, schedule),
    label: dayKindOn(snapshot, day)?.labels?.[track] ?? undefined,
    usual: day > snapshot.coverage.through,
  };
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

function scheduleName(
  snapshot: Snapshot,
  schedule: number | null | string | undefined,
): TrackDay['schedule'] {
  if (typeof schedule === 'string') return { id: schedule };
  if (typeof schedule !== 'number') return undefined;
  const found = snapshot.bellSchedules[schedule];
  return found && { id: found.id, name: found.name };
}
