import { CLOCK_FAULTS } from './clock-faults.ts';
import { DISK_FAULTS } from './disk-faults.ts';
import type { Fault } from './fault.ts';
import { PROGRAM_FAULTS } from './program-faults.ts';
import { SERVER_FAULTS } from './server-faults.ts';
import { WIRE_FAULTS } from './wire-faults.ts';

const ALL = {
  ...WIRE_FAULTS,
  ...DISK_FAULTS,
  ...CLOCK_FAULTS,
  ...PROGRAM_FAULTS,
  ...SERVER_FAULTS,
} as const;

export type FaultName = keyof typeof ALL;

/*
 * Left out of `docs/faults.md`, because the simulator has no place for them: what only a real browser
 * can break (the stored app and its releases, C01 to C09 and C13 to C16; pairing by digits; what is
 * drawn), what needs a real disk under a real database (P01, P08, P09, P30, P31), and crowds of clients (H, P33).
 */

export const FAULTS: Readonly<Record<FaultName, Fault>> = ALL;

export const ALL_FAULTS: readonly FaultName[] = namesOf(ALL);
/** Those that happen to one screen. */
export const CLIENT_FAULTS: readonly FaultName[] = ALL_FAULTS.filter(
  (name) => FAULTS[name].isServers !== true,
);

/** The fault of this name; `undefined` when there is none. */
export function faultNamed(name: string): FaultName | undefined {
  return ALL_FAULTS.find((one) => one === name);
}

function namesOf<Name extends string>(faults: Readonly<Record<Name, unknown>>): readonly Name[] {
  const names: Name[] = [];
  for (const name in faults) names.push(name);
  return names;
}
