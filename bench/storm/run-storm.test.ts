import { expect, test } from 'vitest';

import { OLD } from './old/old.ts';
import { REPORT } from './old/report.ts';
import { SEED } from './old/seed.ts';
import { ours } from './ours/ours.ts';
import { runStorm, type Outcome } from './run-storm.ts';
import { SCENARIOS } from './scenarios.ts';
import { targetsOf } from './targets.ts';
import { validate } from './validate.ts';

/** Of a machine that has other things to do. */
const PATIENCE_MS = 30_000;
const RIWAQ = ours({ isThorough: false });

function scenario(name: string) {
  const found = SCENARIOS.find((one) => one.name === name);
  if (!found) throw new RangeError(`There is no scenario ${name}`);
  return found;
}

const small = (name: string, seed = 1) => scenario(name).make({ seed, screens: 10, perSchool: 5 });

const figures = ({ metered, judged }: Outcome) => ({
  ...metered,
  perSecond: [...metered.perSecond],
  ...judged,
});

test('the model of the old service reproduces the cold boot that was measured', async () => {
  for (const { name, isWithin } of await validate(1))
    expect([name, isWithin]).toEqual([name, true]);
});

test.each(['midnight', 'outage', 'restart', 'publish-all', 'power-on-600', 'lost-clocks'])(
  'ten screens come through "%s" the same, whichever way their polls go',
  async (name) => {
    const once = await runStorm(small(name), RIWAQ);
    const thorough = await runStorm(small(name), ours({ isThorough: true }));
    expect(figures(thorough)).toEqual(figures(once));
    expect(once.metered.requests).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);

test.each([RIWAQ, OLD, SEED, REPORT])(
  'one seed is one storm, another is another: $name',
  async (policy) => {
    const one = figures(await runStorm(small('bell', 1), policy));
    expect(figures(await runStorm(small('bell', 1), policy))).toEqual(one);
    expect(figures(await runStorm(small('bell', 2), policy))).not.toEqual(one);
  },
);

test('midnight costs Riwaq nothing, and leaves the old service showing yesterday', async () => {
  const own = await runStorm(small('midnight'), RIWAQ);
  const old = await runStorm(small('midnight'), OLD);
  for (const { name, isMet } of targetsOf(scenario('midnight'), own)) {
    expect([name, isMet]).toEqual([name, true]);
  }
  expect(own.judged.minutes.right).toBeCloseTo(10 * 60);
  // From midnight until the end of the tape.
  expect(old.judged.minutes.wrong).toBeCloseTo(10 * 45);
});

test('an edit is stale on a wall until its next poll, and for a minute at most', async () => {
  const { judged } = await runStorm(small('publish-all'), RIWAQ);
  expect(judged.minutes.stale).toBeGreaterThan(0);
  expect(judged.minutes.stale).toBeLessThan(10);
  expect(judged.minutes.wrong).toBe(0);
});
