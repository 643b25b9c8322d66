import { freshnessAt, servedFreshness, type Freshness } from '../timetable/freshness.ts';
import { confirmedAt, type PageState } from './page-state.ts';

/** Whether what the page shows is known to be current at `instant`. */
export function pageFreshness(state: PageState, instant: number): Freshness {
  const { snapshot, document } = state.kept ?? {};
  const confirmed = confirmedAt(state);
  if (!snapshot || !document?.snapshot || confirmed === undefined) return { kind: 'fresh' };
  const { offsets } = snapshot;
  const { freshUntil = Infinity } = state;
  return (
    servedFreshness(document.snapshot, offsets) ??
    freshnessAt(confirmed, freshUntil, offsets, instant)
  );
}
