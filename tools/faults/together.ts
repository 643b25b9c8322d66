import type { Declarable, Declared, Fault } from '../../bench/storm/swarm/fault.ts';
import { ALL_FAULTS, faultNamed, FAULTS } from '../../bench/storm/swarm/faults.ts';

const SHOWN: Readonly<Record<Declarable, string>> = {
  stale: 'an older timetable, at the right time',
  wrong: 'a wrong time, and its lesson',
  unsure: '“Clock not set”',
  blank: 'no timetable',
  regressed: 'an older publication than before',
  twice: 'nothing of it, but asks twice in a slot',
};
const MS_PER_SECOND = 1_000;

/**
 * What the swarm lets a screen show while it has not got over a fault, alone or among others: rows of
 * faults, their ids, what may be shown, and why. It declares nothing else.
 */
export function togetherRows(): readonly (readonly string[])[] {
  const rows: { readonly shown: string; readonly because: string; readonly faults: Fault[] }[] = [];
  for (const name of ALL_FAULTS) {
    const fault = FAULTS[name];
    for (const declared of fault.declares ?? []) {
      const { symptom, because } = declared;
      const shown = [SHOWN[symptom], ...conditionsOf(declared)].join(', ');
      const row = rows.find((one) => one.shown === shown && one.because === because);
      if (row) row.faults.push(fault);
      else rows.push({ shown, because, faults: [fault] });
    }
  }
  return rows.map(({ shown, because, faults }) => [
    faults.map(({ title }) => title).join('; '),
    [...new Set(faults.flatMap(({ page }) => page))].sort().join(', '),
    shown,
    because,
  ]);
}

function conditionsOf({
  with: others,
  needsStart,
  withinMs,
  forGood,
}: Declared): readonly string[] {
  return [
    ...(needsStart ? ['if the page starts meanwhile'] : []),
    ...(withinMs === undefined ? [] : [`for ${withinMs / MS_PER_SECOND} s after a start`]),
    ...(forGood ? ['and at later starts, each time until the first answer'] : []),
    ...(others ? [`together with: ${others.map(titleOf).join('; ')}`] : []),
  ];
}

function titleOf(name: string): string {
  const fault = faultNamed(name);
  return fault ? FAULTS[fault].title : name;
}
