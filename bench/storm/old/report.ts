import type { Policy } from '../world.ts';
import { oldService } from './old-service.ts';
import { OLD_RULES } from './old.ts';

const SCHOOL_JITTER_SECONDS = 30;

/**
 * The report's layered plan as it is written (product.md, "The problem it ends"; server.md §0, findings
 * 1 to 3; original.md §7.3 "OLD-C" for the client). No date in the keys; every revision is raised at
 * 00:00; snapshots are built ahead at 23:50, which is before that, and so under names that nobody asks
 * for at 00:00; yesterday's is served, marked, while one request builds; screens are spread over 1 to
 * 15 s and by school over 30 s more, wait 15 s at first, and back off by 2 s · 1.5ⁿ up to 30 s ± 25 %.
 * In its favour: its lock works, and what it serves as stale is told to be old, so that it is asked for again.
 */
export const REPORT: Policy = oldService('report', 'the report’s plan as written', {
  ...OLD_RULES,
  firstTimeoutMs: 15_000,
  retryMs: (failures, random) =>
    Math.min(30_000, 2_000 * 1.5 ** failures) * (0.75 + 0.5 * random()),
  backOffMs: (failures) => Math.min(60_000, 20_000 + 5_000 * failures),
  refreshMs: 20_000,
  zeroMs: (random, school) => 1_000 * (1 + 14 * random() + (school % SCHOOL_JITTER_SECONDS)),
  isForcedAtMidnight: true,
  isDated: false,
  isRaisedAtMidnight: true,
  servesStale: true,
  isWarmedBeforeMidnight: true,
});
