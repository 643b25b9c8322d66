import { FAULTS } from './faults.ts';
import type { FleetCase, Planned } from './fleet-case.ts';
import { timeOf, type Violation } from './oracle.ts';

/** A case that failed, for whoever looks into it: its faults, what was seen, and how to see it again. */
export function caseText(one: FleetCase, violations: readonly Violation[], only = one): string {
  return [
    `case ${one.name}, seed ${one.seed}`,
    ...only.planned.map(plannedText),
    ...violations.map(violationText),
    `  again: ${replayCommand(one, only)}`,
  ].join('\n');
}

/** The command that plays a case, or what is left of it, once more. */
export function replayCommand({ seed, name, planned }: FleetCase, only: FleetCase): string {
  const kept = only.planned.map(({ index }) => index).join(',');
  const rest = only.planned.length < planned.length ? ` --only ${kept}` : '';
  return `npm run swarm -- --seed ${seed} --case ${name}${rest}`;
}

function plannedText({ fault, from, to, screens }: Planned): string {
  const { title, page } = FAULTS[fault];
  const when = `${timeOf(from)} to ${timeOf(to)}`;
  return `  ${when}  screens ${screens.join(' ')}  ${fault}: ${title} (${page.join(', ')})`;
}

function violationText({ screen, at, symptom, expected, shown }: Violation): string {
  return [
    `  ${timeOf(at)}  screen ${screen}: ${symptom}`,
    `    expected ${expected}`,
    `    shown    ${shown}`,
  ].join('\n');
}
