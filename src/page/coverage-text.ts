import { dateText } from '../timetable/civil.ts';

export type CoverageText = { readonly value: string; readonly warn: boolean };

const FEW_DAYS = 14;

/**
 * How long a wall goes on without a network: "250 days, through 2027-07-31". `today` is a day number,
 * counted as one of them; `undefined` where the clock cannot be trusted.
 */
export function coverageText(
  coverage: { readonly from: number; readonly through: number } | undefined,
  today: number | undefined,
): CoverageText {
  if (!coverage) return { value: 'nothing', warn: true };
  const { from, through } = coverage;
  const until = `through ${dateText(through)}`;
  if (today === undefined) return { value: until, warn: false };
  if (today > through) return { value: `nothing since ${dateText(through)}`, warn: true };
  const days = through - Math.max(today, from) + 1;
  const begin = today < from ? `from ${dateText(from)} ` : '';
  return {
    value: `${days} ${days === 1 ? 'day' : 'days'}, ${begin}${until}`,
    warn: days < FEW_DAYS,
  };
}
