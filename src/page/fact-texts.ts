import { civilAt, dateText, dayAt, timeText } from '../timetable/civil.ts';
import { coverageText, type CoverageText } from './coverage-text.ts';
import type { PageFacts } from './diagnostics-view.ts';

/** An instant on the school's clock, or in UTC while no school is known. */
export function when({ kept }: PageFacts, instant: number | undefined): string {
  if (instant === undefined) return 'never';
  const offsets = kept?.snapshot?.offsets;
  if (!offsets) return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const { day, second } = civilAt(offsets, instant);
  return `${dateText(day)} ${timeText(second)}`;
}

export function kB(bytes: number | undefined): string {
  return bytes === undefined ? 'unknown' : `${Math.ceil(bytes / 1000)} kB`;
}

export function yesNo(value: boolean | undefined): string {
  if (value === undefined) return 'unknown';
  return value ? 'yes' : 'not promised';
}

/** What is stored, in days. */
export function held({ kept, instant, clock: { isTrusted } }: PageFacts): CoverageText {
  const { snapshot } = kept ?? {};
  const isKnown = snapshot && isTrusted;
  return coverageText(snapshot?.coverage, isKnown ? dayAt(snapshot.offsets, instant) : undefined);
}
