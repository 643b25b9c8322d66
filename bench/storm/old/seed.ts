import type { Policy } from '../world.ts';
import { oldService } from './old-service.ts';
import { OLD_RULES } from './old.ts';

/**
 * The night as the incident report tells it (original.md §7.3 "OLD-B"): all screens reach zero at
 * 00:00 and force a new snapshot within 150 to 649 ms. What is forced is built for each of them, in
 * 200 to 600 ms, kept for nobody. The client and everything else are those of the old service.
 */
export const SEED: Policy = oldService('seed', 'the old service by the incident report', {
  ...OLD_RULES,
  isForcedAtMidnight: true,
});
