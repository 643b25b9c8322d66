import { performance } from 'node:perf_hooks';

import { SYMPTOMS, type Symptom } from './fault.ts';
import type { FleetCase } from './fleet-case.ts';
import type { Violation } from './oracle.ts';
import { runCase, type CaseOptions } from './run-case.ts';

export type Failed = { readonly case: FleetCase; readonly violations: readonly Violation[] };

/** What came of many cases. */
export type SwarmOutcome = {
  readonly cases: number;
  readonly screenMinutes: number;
  /** Seen and declared, in screen-minutes. */
  readonly minutes: Readonly<Record<Symptom, number>>;
  /** How many cases needed so many polls after healing, by that number. */
  readonly polls: Readonly<Record<number, number>>;
  /** The longest that a screen took for its two polls. */
  readonly healedMinutes: number;
  readonly failed: readonly Failed[];
  readonly seconds: number;
};

/** Plays cases one after another. */
export async function runSwarm(
  cases: readonly FleetCase[],
  options: CaseOptions & {
    readonly played?: (count: number, failed: Failed | undefined) => void;
  } = {},
): Promise<SwarmOutcome> {
  const startedAt = performance.now();
  const minutes = { stale: 0, wrong: 0, unsure: 0, blank: 0, regressed: 0, twice: 0, foreign: 0 };
  const polls: Record<number, number> = {};
  const failed: Failed[] = [];
  let [screenMinutes, healedMinutes] = [0, 0];
  for (const [at, one] of cases.entries()) {
    const outcome = await runCase(one, options);
    screenMinutes += outcome.screenMinutes;
    healedMinutes = Math.max(healedMinutes, outcome.healedMinutes);
    polls[outcome.polls] = (polls[outcome.polls] ?? 0) + 1;
    for (const symptom of SYMPTOMS) minutes[symptom] += outcome.minutes[symptom] ?? 0;
    const { violations } = outcome;
    const failure = violations.length > 0 ? { case: one, violations } : undefined;
    if (failure) failed.push(failure);
    options.played?.(at + 1, failure);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  return { cases: cases.length, screenMinutes, minutes, polls, healedMinutes, failed, seconds };
}
