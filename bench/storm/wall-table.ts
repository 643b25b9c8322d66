import { buildSnapshot } from '../../server/build-snapshot.ts';
import { readSnapshot } from '../../src/contract/read-snapshot.ts';
import type { Snapshot } from '../../src/contract/snapshot.ts';
import { wallAt } from '../../src/timetable/wall-at.ts';
import { contentOf, stormSchool } from './storm-school.ts';
import type { Span } from './tape.ts';

/** What walls show, as numbers: equal if nobody could tell two walls apart. */
export type WallTable = {
  /** What a wall with this edition of a school's timetable shows at `instant`. */
  readonly at: (school: number, edition: number, instant: number) => number;
};

const MINUTE = 60_000;

/**
 * All walls of a span, by the shipped `wallAt`. Nothing of a wall but its countdown changes within a
 * minute, as all bells and notices of the tapes are on whole ones; so a wall is worked out once from
 * one change to the next, and for all schools with the same contents.
 */
export function wallTable({ from, to }: Span): WallTable {
  const first = Math.floor(from / MINUTE);
  const count = Math.ceil(to / MINUTE) - first;
  const snapshots = new Map<string, Snapshot>();
  const tables = new Map<string, Int32Array>();
  const known = new Map<string, number>();

  function fill(table: Int32Array, content: string, school: number, edition: number, at: number) {
    const snapshot = snapshots.get(content) ?? snapshotOf(school, edition);
    snapshots.set(content, snapshot);
    const instant = (first + at) * MINUTE;
    const settings = { id: 'any', school: snapshot.school.id, name: '', phase: 0 };
    const { changesAt, instant: _, civil, ...wall } = wallAt(snapshot, settings, instant);
    if (changesAt % MINUTE !== 0) throw new RangeError(`A wall changes at ${changesAt}`);
    const text = JSON.stringify([wall, civil.day]);
    const number = known.get(text) ?? known.size + 1;
    known.set(text, number);
    table.fill(number, at, Math.min(count, changesAt / MINUTE - first));
    return number;
  }

  return {
    at(school, edition, instant) {
      const content = contentOf(school, edition);
      let table = tables.get(content);
      if (!table) tables.set(content, (table = new Int32Array(count)));
      const at = Math.floor(instant / MINUTE) - first;
      // Of an instant far away, as on a device without its clock, it matters only that it is another one.
      if (at < 0 || at >= count) return -1;
      const found = table[at] ?? 0;
      return found > 0 ? found : fill(table, content, school, edition, at);
    },
  };
}

function snapshotOf(school: number, edition: number): Snapshot {
  const document = new TextEncoder().encode(JSON.stringify(stormSchool(school, edition)));
  return readSnapshot(new TextDecoder().decode(buildSnapshot(document, 'salt').bytes));
}
