import type { Snapshot } from '../../../src/contract/snapshot.ts';
import { pollingOf, type Polling } from '../../../src/timetable/polling.ts';
import type { Span } from '../tape.ts';

/** School hours, looked up instead of worked out. */
export type HoursTable = {
  /** What `pollingOf` gives, for the same arguments. */
  readonly pollingOf: (snapshot: Snapshot, phase: number, publishedAt: number) => Polling;
};

const MINUTE = 60_000;
/** A poll looks up to three long slots ahead. */
const AROUND_MS = 86_400_000;
const [UNKNOWN, OUTSIDE, INSIDE] = [0, 1, 2];

/**
 * The shipped `pollingOf`, with its answers kept for each minute: the bells of the tapes are on whole
 * ones. Schools whose days are alike share a table.
 */
export function hoursTable({ from, to }: Span): HoursTable {
  const first = Math.floor((from - AROUND_MS) / MINUTE);
  const count = Math.ceil((to + AROUND_MS) / MINUTE) - first;
  const bySnapshot = new WeakMap<Snapshot, Uint8Array>();
  const byDays = new Map<string, Uint8Array>();

  function tableOf(snapshot: Snapshot): Uint8Array {
    const known = bySnapshot.get(snapshot);
    if (known) return known;
    const days = daysOf(snapshot);
    const table = byDays.get(days) ?? new Uint8Array(count);
    byDays.set(days, table);
    bySnapshot.set(snapshot, table);
    return table;
  }

  return {
    pollingOf(snapshot, phase, publishedAt) {
      const polling = pollingOf(snapshot, phase, publishedAt);
      const table = tableOf(snapshot);
      return {
        ...polling,
        isInHours(instant) {
          const at = Math.floor(instant / MINUTE) - first;
          const known = table[at];
          // Far away, or before anybody could know the hours.
          if (known === undefined || instant < publishedAt) return polling.isInHours(instant);
          if (known !== UNKNOWN) return known === INSIDE;
          const isInside = polling.isInHours(instant);
          table[at] = isInside ? INSIDE : OUTSIDE;
          return isInside;
        },
      };
    },
  };
}

/** Everything that school hours depend on. */
function daysOf(snapshot: Snapshot): string {
  const { tracks, bells, bellSchedules, dayKinds, days, usual, coverage, offsets } = snapshot;
  const { bellOffsetMs } = snapshot.school;
  const facts = [tracks.length, bells, bellSchedules, dayKinds, days, usual, coverage, offsets];
  return JSON.stringify([facts, bellOffsetMs]);
}
