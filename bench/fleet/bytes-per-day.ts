import { nextSlotAfter, type Polling } from '../../src/timetable/polling.ts';

const DAY_MS = 86_400_000;

/** How often a screen polls within the 24 hours after `instant`, as the shipped code places its slots. */
export function pollsPerDay(polling: Polling, instant: number): number {
  let polls = 0;
  let slot = nextSlotAfter(polling, instant);
  while (slot <= instant + DAY_MS) {
    polls += 1;
    slot = nextSlotAfter(polling, slot);
  }
  return polls;
}

export type DayOfScreen = {
  readonly polls: number;
  /** Those of them that bring a new snapshot. */
  readonly publications: number;
  /** Both ways, with all fields: of an exchange that changes nothing, and of two that bring a snapshot. */
  readonly unchangedBytes: number;
  readonly changedBytes: number;
};

/** What a screen sends and receives in a day. */
export function bytesPerDay({
  polls,
  publications,
  unchangedBytes,
  changedBytes,
}: DayOfScreen): number {
  return (polls - publications) * unchangedBytes + publications * changedBytes;
}
