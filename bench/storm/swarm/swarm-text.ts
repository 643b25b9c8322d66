import type { SwarmOutcome } from './run-swarm.ts';

export type Parts = {
  readonly singles: number;
  readonly pairs: number;
  readonly random: number;
};

const SECONDS = 60;

/** The figures of a swarm, for people. */
export function swarmText(outcome: SwarmOutcome, { singles, pairs, random }: Parts): string {
  const { cases, screenMinutes, minutes, polls, healedMinutes, failed, seconds } = outcome;
  const undeclared = failed.reduce((sum, { violations }) => sum + violations.length, 0);
  const byPolls = Object.entries(polls).map(([count, times]) => `${count}: ${number(times)}`);
  const rows: readonly (readonly [string, string])[] = [
    [
      'cases',
      `${number(cases)} (${singles} faults alone, ${number(pairs)} pairs, ${number(random)} random)`,
    ],
    ['screen-minutes looked at', number(screenMinutes)],
    ['  stale, as declared', number(minutes.stale)],
    ['  wrong, as declared', number(minutes.wrong)],
    ['  “Clock not set”, as declared', number(minutes.unsure)],
    ['  blank, as declared', number(minutes.blank)],
    // Each is of one second.
    ['times back to an older one, as declared', number(minutes.regressed * SECONDS)],
    ['times asked twice in a slot, as declared', number(minutes.twice * SECONDS)],
    ['cases by polls until all was right', byPolls.join(', ')],
    ['longest for two polls', `${healedMinutes.toFixed(1)} min`],
    ['beyond what is declared', `${undeclared} in ${failed.length} cases`],
    ['took', `${seconds.toFixed(0)} s`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 0 });
}
