import type { Machine } from '../machine.ts';
import { randomPhaseBound } from './random-phase-bound.ts';
import type { Outcome } from './run-storm.ts';
import type { Scenario } from './scenarios.ts';
import type { Target } from './targets.ts';
import type { Check } from './validate.ts';

export type ScenarioResult = {
  readonly scenario: Scenario;
  readonly outcomes: readonly Outcome[];
  readonly targets: readonly Target[];
};

export type StormResult = {
  readonly machine: Machine;
  readonly seed: number;
  readonly checks: readonly Check[];
  readonly results: readonly ScenarioResult[];
};

/** All figures of a run, for programs; without the curves, which the page draws. */
export function resultJson({ machine, seed, checks, results }: StormResult): string {
  const scenarios = results.map(({ scenario, outcomes, targets }) => ({
    scenario: scenario.name,
    title: scenario.title,
    targets,
    policies: outcomes.map(figuresOf),
  }));
  return JSON.stringify({ machine, seed, checks, scenarios }, undefined, 2);
}

function figuresOf({ tape, policy, metered, judged, seconds, processorSeconds }: Outcome) {
  const { perSecond: _, steady, ...counts } = metered;
  return {
    policy: policy.name,
    screens: tape.screens.length,
    schools: tape.schools,
    ...counts,
    steady: steady.map((one) => ({
      ...one,
      ratio: one.fullest / one.mean,
      randomPhases: randomPhaseBound(one.mean),
    })),
    screenMinutes: judged.minutes,
    seconds,
    processorSeconds,
  };
}
