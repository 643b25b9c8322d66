import { expect, test } from 'vitest';

import { cpuMsIn, processUsage, residentBytesIn } from './process-usage.ts';

const STAT =
  '4711 (node (a) b) S 1 4711 4711 0 -1 4194560 1 2 3 4 250 50 7 8 20 0 11 0 999 12345 678';

test('the time of a process is found behind a name with spaces and parentheses', () => {
  expect(cpuMsIn(STAT, 100)).toBe(3_000);
  expect(cpuMsIn(STAT, 1000)).toBe(300);
});

test('the resident memory is in bytes', () => {
  expect(residentBytesIn('Name:\tnode\nVmPeak:\t 9 kB\nVmRSS:\t  2048 kB\n')).toBe(2_097_152);
});

test.runIf(process.platform === 'linux')('this process has used something', () => {
  const usage = processUsage(process.pid);
  expect(usage?.cpuMs).toBeGreaterThan(0);
  expect(usage?.residentBytes).toBeGreaterThan(1_000_000);
  expect(processUsage(undefined)).toBeUndefined();
});
