import { holdsFor } from '../display/holds.ts';
import { freshnessAt, type Freshness } from '../timetable/freshness.ts';
import type { PageState } from './page-state.ts';

/** Whether what the page shows is known to be current at `instant`. */
export function pageFreshness(state: PageState, instant: number): Freshness {
  const { kept, refresh, freshUntil = Infinity } = state;
  const pointer = kept?.document.snapshot;
  if (!kept?.snapshot || !pointer) return { kind: 'fresh' };
  const { confirmedAt = pointer.publishedAt } = refresh ?? {};
  const freshness = freshnessAt(pointer, confirmedAt, freshUntil, instant);
  if (freshness.kind === 'fresh') holdsFor(freshUntil + 1 - instant);
  return freshness;
}
