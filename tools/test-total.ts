import { existsSync, readFileSync } from 'node:fs';

import * as v from 'valibot';

/*
 * `tsx tools/test-total.ts EXIT_CODE`: the sum of what the last `npm test` left in `test-results/`,
 * as one plain line. Whatever else failed, such as a type or a budget, counts as one failure.
 */

const UnitReport = v.pipe(
  v.object({ numPassedTests: v.number(), numFailedTests: v.number() }),
  v.transform(({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests]),
);
const LookReport = v.pipe(
  v.object({ passed: v.number(), failed: v.array(v.unknown()) }),
  v.transform(({ passed, failed }) => [passed, failed.length]),
);
const E2eReport = v.pipe(
  v.object({
    stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  }),
  v.transform(({ stats }) => [stats.expected, stats.unexpected + stats.flaky]),
);

const REPORTS = [
  ['test-results/unit.json', UnitReport],
  ['test-results/look.json', LookReport],
  ['test-results/e2e.json', E2eReport],
] as const;

let passed = 0;
let failed = 0;
for (const [path, schema] of REPORTS) {
  if (!existsSync(path)) continue;
  const [good = 0, bad = 0] = v.parse(schema, JSON.parse(readFileSync(path, 'utf8')));
  passed += good;
  failed += bad;
}
if (process.argv[2] !== '0') failed = Math.max(1, failed);
console.log(`${passed} passed, ${failed} failed`);
