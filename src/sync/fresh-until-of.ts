import type { RefreshState } from '../contract/refresh-state.ts';
import { freshUntil } from '../timetable/fresh-until.ts';
import { pollingOf } from '../timetable/polling.ts';
import type { Kept } from './kept.ts';

/** Through which instant what a screen shows is fresh; `undefined` while it shows no timetable. */
export function freshUntilOf(
  kept: Kept | undefined,
  refresh: RefreshState | undefined,
): number | undefined {
  const pointer = kept?.document.snapshot;
  if (!kept || !pointer) return undefined;
  const polling = pollingOf(kept.snapshot, kept.document.screen.phase);
  return freshUntil(refresh?.confirmedAt ?? pointer.publishedAt, polling);
}
