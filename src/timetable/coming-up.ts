import type { PeriodAt, TrackDay } from './wall.ts';

/** What a track has next on the same service date; moving to the next room is nobody's next. */
export function comingUp({ day, next, today }: TrackDay): PeriodAt | undefined {
  const [first] = next;
  if (first === undefined) return undefined;
  return next
    .concat(today.filter(({ start }) => start > first.start))
    .find((one) => one.kind !== 'passing' && one.day === day);
}
