import { rememberLast } from '../display/remember.ts';
import { freshnessAt, servedFreshness, type Freshness } from '../timetable/freshness.ts';
import { pollingOf } from '../timetable/polling.ts';
import { confirmedAt, type PageState } from './page-state.ts';

/** Three slots ahead are a walk through the school's hours: not every second. */
const LOOK_MS = 5_000;
const FRESH: Freshness = { kind: 'fresh' };

/** Whether what the page shows is known to be current at `instant`. */
export function pageFreshness(state: PageState, instant: number): Freshness {
  return freshnessIn(state, Math.floor(instant / LOOK_MS));
}

const freshnessIn = rememberLast((state: PageState, look: number): Freshness => {
  const { snapshot, document } = state.kept ?? {};
  const confirmed = confirmedAt(state);
  if (!snapshot || !document?.snapshot || confirmed === undefined) return FRESH;
  const served = servedFreshness(document.snapshot, snapshot.offsets);
  if (served) return served;
  const polling = pollingOf(snapshot, document.screen.phase);
  return freshnessAt(confirmed, polling, snapshot.offsets, look * LOOK_MS);
});
