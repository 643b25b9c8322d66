import type { ScreenSettings } from '../contract/screen.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { wallAt } from '../timetable/wall-at.ts';
import type { Wall } from '../timetable/wall.ts';

let known: { readonly of: Snapshot; readonly by: ScreenSettings; readonly wall: Wall } | undefined;

/** `wallAt`, made anew only when something other than the running clock differs. */
export function wallNow(snapshot: Snapshot, screen: ScreenSettings, instant: number): Wall {
  if (known && known.of === snapshot && known.by === screen) {
    const { wall } = known;
    if (wall.instant <= instant && instant < wall.changesAt) return wall;
  }
  const wall = wallAt(snapshot, screen, instant);
  known = { of: snapshot, by: screen, wall };
  return wall;
}
