import type { Policy } from '../world.ts';
import { MEASURED } from './measured-costs.ts';
import { oldService } from './old-service.ts';
import type { Rules } from './rules.ts';

/**
 * The old service as it was deployed on the night (original.md §3.1, §7.3 "OLD-A"). Two sync workers,
 * in order of arrival, 2,048 more in the backlog; whoever has hung up is served all the same. A screen
 * with nothing asks again two seconds after nine seconds of silence. One with something asks for its
 * status first, and backs off by five seconds up to a minute; refresh 10 s, as in the measured runs.
 * At a countdown of zero it asks for the snapshot within 150 to 649 ms.
 */
export const OLD_RULES: Rules = {
  costs: MEASURED,
  workers: 2,
  backlog: 2048,
  firstTimeoutMs: 9_000,
  snapshotTimeoutMs: 9_000,
  statusTimeoutMs: 6_000,
  retryMs: () => 2_000,
  backOffMs: (failures) => Math.min(60_000, 10_000 + 5_000 * failures),
  refreshMs: 10_000,
  zeroMs: (random) => 150 + 499 * random(),
  isForcedAtMidnight: false,
  isDated: true,
  isRaisedAtMidnight: false,
  servesStale: false,
  isWarmedBeforeMidnight: false,
};

export const OLD: Policy = oldService('old', 'the old service as deployed', OLD_RULES);
