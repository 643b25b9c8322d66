import { checkAbsence } from './check-absence.ts';
import { checkAnimations } from './check-animations.ts';
import { checkBidi } from './check-bidi.ts';
import { checkContrast } from './check-contrast.ts';
import { checkEllipsis } from './check-ellipsis.ts';
import { checkFontSize } from './check-font-size.ts';
import { checkHolds } from './check-holds.ts';
import { checkLanguages } from './check-languages.ts';
import { checkLayoutShift } from './check-layout-shift.ts';
import { checkOverflow } from './check-overflow.ts';
import { checkOverlap } from './check-overlap.ts';
import { checkPixelShift } from './check-pixel-shift.ts';
import { checkRepaint } from './check-repaint.ts';
import { checkSafeArea, SAFE_PERCENT } from './check-safe-area.ts';
import { checkScroll } from './check-scroll.ts';
import { checkSlack } from './check-slack.ts';
import type { LookPage } from './harness-api.ts';
import { stageOffset } from './stage-offset.ts';

type Show = (instant: number) => void;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Enough to see the countdown lose a digit and its unit change its form. */
const MOST_STEPS = 18;
const SECONDS_STEP_MS = 2000;

/** What holds of a page of the wall. Each finding is a line for a person; none: it passes. */
export const CHECKS = {
  scroll: checkScroll,
  overflow: checkOverflow,
  slack: checkSlack,
  ellipsis: checkEllipsis,
  overlap: checkOverlap,
  'safe area': ({ safePercent = SAFE_PERCENT }) => checkSafeArea(safePercent, stageOffset()),
  'font size': checkFontSize,
  contrast: ({ isDim = false }) => (isDim ? [] : checkContrast()),
  animations: checkAnimations,
  bidi: checkBidi,
  absence: ({ mustNotShow = [] }) => checkAbsence(mustNotShow),
  languages: ({ mustSpeak = [] }) => checkLanguages(mustSpeak),
  // Those that let time pass come last: they leave the page at another instant.
  'layout shift': (page, show) => checkLayoutShift(show, instantsOf(page)),
  repaint: (page, show) => (isCounting(page) ? [] : checkRepaint(show, page.instant)),
  holds: (page, show) => checkHolds(show, page.instant, isCounting(page)),
  'pixel shift': (page, show) => checkPixelShift(show, page),
} satisfies Readonly<Record<string, (page: LookPage, show: Show) => readonly string[]>>;

export type CheckName = keyof typeof CHECKS;

/** Instants at which only digits differ: minutes, counted back from the end, or seconds of the last. */
function instantsOf(page: LookPage): readonly number[] {
  const minutes = Math.floor((lastInstant(page) - page.instant) / MINUTE_MS);
  if (minutes < 1) {
    return Array.from({ length: MOST_STEPS }, (_, at) => page.instant + at * SECONDS_STEP_MS);
  }
  const steps = Math.min(MOST_STEPS, minutes);
  return [
    page.instant,
    ...Array.from({ length: steps }, (_, at) => page.instant + (minutes - steps + at) * MINUTE_MS),
  ];
}

/** Whether it counts seconds, or soon will. */
function isCounting(page: LookPage): boolean {
  return lastInstant(page) - page.instant <= 2 * MINUTE_MS;
}

function lastInstant(page: LookPage): number {
  return Math.min(page.steadyUntil ?? Infinity, page.instant + HOUR_MS);
}
