import { readFileSync } from 'node:fs';

import { schoolOffsets } from '../../server/school-offsets.ts';
import type { School } from '../contract/school.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { periodsOn } from '../timetable/bells.ts';
import { dateText } from '../timetable/civil.ts';
import { entriesIn, isTeaching } from '../timetable/lessons.ts';
import type { Entry } from '../timetable/wall.ts';
import { compile } from './compile.ts';
import { readSchool } from './read-school.ts';

/** A teaching period of one track, with what each class of the track does in it. */
export type Slot = {
  readonly day: number;
  readonly track: number;
  readonly key: string;
  /** Instants. */
  readonly start: number;
  readonly end: number;
  /** For messages. */
  readonly where: string;
  readonly rows: readonly { readonly class: number; readonly entries: readonly Entry[] }[];
};

type Opened = {
  readonly school: School;
  readonly snapshot: Snapshot;
  /** Of the whole year, substitutions applied. */
  readonly slots: readonly Slot[];
};
const known = new Map<string, Opened>();

/** An example school as a screen gets it; each is compiled once. */
export function opened(file: string): Opened {
  const found = known.get(file);
  if (found) return found;
  const { school } = readExample(file);
  const snapshot = snapshotOf(school);
  const one = { school, snapshot, slots: slotsOf(snapshot) };
  known.set(file, one);
  return one;
}

export function readExample(file: string) {
  return readSchool(readFileSync(new URL(`../../examples/${file}`, import.meta.url)));
}

export function snapshotOf(school: School): Snapshot {
  return compile(school, { offsets: schoolOffsets(school), salt: 'salt' });
}

export function slotsOf(snapshot: Snapshot): readonly Slot[] {
  const byTrack = snapshot.tracks.map((_, track) =>
    snapshot.classes.flatMap((one, index) => (one.track === track ? [index] : [])),
  );
  return snapshot.days.flatMap((_, step) => {
    const day = snapshot.coverage.from + step;
    return byTrack.flatMap((classes, track) =>
      periodsOn(snapshot, track, day)
        .filter((period) => isTeaching(snapshot, period))
        .map((period) => ({
          day,
          track,
          key: period.key,
          start: period.start,
          end: period.end,
          where: `${dateText(day)} ${snapshot.tracks[track]?.id} ${period.key}`,
          rows: classes.map((index) => ({
            class: index,
            entries: entriesIn(snapshot, index, period),
          })),
        })),
    );
  });
}

export function isHeld({ mark }: Entry): boolean {
  return mark !== 'cancelled' && mark !== 'moved';
}
