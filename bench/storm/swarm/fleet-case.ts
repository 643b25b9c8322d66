import type { FaultName } from './faults.ts';

/** One fault in a case: which, when, and on which screens; one of the server’s is on all. */
export type Planned = {
  /** Its place in the case, which its dice go by. */
  readonly index: number;
  readonly fault: FaultName;
  readonly from: number;
  readonly to: number;
  readonly screens: readonly number[];
};

/** A run of the fleet: the faults that happen in it. Everything else follows from seed and name. */
export type FleetCase = {
  readonly seed: number;
  /** A fault; `a+b`, on the same screens; `a,b`, each on one of its own; or the number of a random case. */
  readonly name: string;
  readonly planned: readonly Planned[];
};
