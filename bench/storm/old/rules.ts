import type { Costs } from './measured-costs.ts';

/** A number in [0, 1). */
export type Random = () => number;

/** How a service of the old kind behaves; each policy says which of its rules comes from where. */
export type Rules = {
  readonly costs: Costs;
  /** Requests that are worked on at once, and how many more may wait. */
  readonly workers: number;
  readonly backlog: number;
  /** How long a screen waits for a snapshot: for its first one, for a later one; for a status. */
  readonly firstTimeoutMs: number;
  readonly snapshotTimeoutMs: number;
  readonly statusTimeoutMs: number;
  /** Until a screen with nothing to show asks again. */
  readonly retryMs: (failures: number, random: Random) => number;
  /** Until a screen with something to show asks again after a failure. */
  readonly backOffMs: (failures: number) => number;
  /** From a snapshot until the first status. */
  readonly refreshMs: number;
  /** From a countdown at zero until the snapshot is asked for. */
  readonly zeroMs: (random: Random, school: number) => number;
  /** All screens ask for a new snapshot at midnight, and want it built. */
  readonly isForcedAtMidnight: boolean;
  /** The day is in the names of what is kept: at midnight nothing is found. */
  readonly isDated: boolean;
  /** Every school's revision is raised at midnight, so that a status says that there is news. */
  readonly isRaisedAtMidnight: boolean;
  /** While one request builds, the others get what was there before, and are told that it is old. */
  readonly servesStale: boolean;
  /** Snapshots are built before midnight, to be there for the first screen. */
  readonly isWarmedBeforeMidnight: boolean;
};
