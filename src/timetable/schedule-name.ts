import type { Snapshot } from '../contract/snapshot.ts';
import type { Text } from '../contract/text.ts';
import { scheduleOn } from './bells.ts';

/** Id and name of a track's bell schedule on a service date; the id also when nobody defined it. */
export function scheduleName(
  snapshot: Snapshot,
  track: number,
  day: number,
): { readonly id: string; readonly name?: Text | undefined } | undefined {
  const schedule = scheduleOn(snapshot, track, day);
  if (typeof schedule === 'string') return { id: schedule };
  if (typeof schedule !== 'number') return undefined;
  const found = snapshot.bellSchedules[schedule];
  return found && { id: found.id, name: found.name };
}
