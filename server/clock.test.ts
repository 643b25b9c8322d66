import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, test } from 'vitest';

import { makeClock } from './clock.ts';

test('the clock is the machine’s', () => {
  const before = Date.now();
  const instant = makeClock({})();
  expect(instant).toBeGreaterThanOrEqual(before);
  expect(instant).toBeLessThanOrEqual(Date.now());
});

test('the time of a test’s server stands still until the test moves it', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'riwaq-')), 'clock');
  const clock = makeClock({ RIWAQ_TEST_CLOCK_FILE: file });
  writeFileSync(file, '1795390200000\n');
  expect(clock()).toBe(1_795_390_200_000);
  writeFileSync(file, '86400000');
  expect(clock()).toBe(86_400_000);
});
