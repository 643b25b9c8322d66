import { clockText } from './clock-text.ts';
import { switchedOffBound } from './random-phase-bound.ts';
import type { Outcome } from './run-storm.ts';
import { SHARE_OFF, type Scenario } from './scenarios.ts';

/** Something that Riwaq has promised of a scenario, and what came of it. */
export type Target = {
  readonly name: string;
  readonly limit: number;
  readonly actual: number;
  readonly isMet: boolean;
};

/** Two school days of 5,000 screens, in seconds of real time. */
const TWO_DAYS_SECONDS = 60;
const TWO_DAYS_SCREENS = 5_000;
const EXACT_RATIO = 1.1;
const IMPERFECT_RATIO = 1.35;

/** What Riwaq has to keep in this scenario. */
export function targetsOf(scenario: Scenario, outcome: Outcome): readonly Target[] {
  const { metered, judged, tape, seconds } = outcome;
  const targets = [
    target('client timeouts', 0, metered.timeouts),
    target('compiled on read', 0, metered.buildsOnRead),
  ];
  const { wrong, blank } = judged.minutes;
  // A screen that has never had a timetable has nothing to show.
  const blankThough = tape.isInstalled ? blank : judged.blankAgain;
  targets.push(target('screen-minutes wrong or blank', 0, wrong + blankThough));
  const { flatness, isFlatThroughout } = scenario;
  if (flatness) {
    if (isFlatThroughout) {
      const busiest = Math.max(...metered.steady.map(({ mean }) => mean));
      const limit = fullestAllowed(flatness, busiest);
      targets.push(target('fullest second of all', limit, metered.fullestSecond));
    }
    for (const { span, mean, fullest } of metered.steady) {
      const name =
        metered.steady.length > 1
          ? `fullest second from ${clockText(span.from)}`
          : 'fullest second';
      targets.push(target(name, fullestAllowed(flatness, mean), fullest));
    }
  }
  if (scenario.name === 'two-days' && tape.screens.length === TWO_DAYS_SCREENS) {
    targets.push(target('seconds of real time', TWO_DAYS_SECONDS, seconds));
  }
  return targets;
}

function fullestAllowed(flatness: 'exact' | 'imperfect', mean: number): number {
  // Of few screens, those that are off alone leave more than that.
  if (flatness === 'imperfect') {
    return Math.max(IMPERFECT_RATIO * mean, Math.floor(switchedOffBound(mean, SHARE_OFF)));
  }
  return Math.max(EXACT_RATIO * mean, Math.ceil(mean) + 1);
}

function target(name: string, limit: number, actual: number): Target {
  return { name, limit, actual, isMet: actual <= limit };
}
