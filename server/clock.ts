import { readFileSync } from 'node:fs';

export type Clock = () => number;

/**
 * The instant now. Tests stand time still: a file named by `RIWAQ_TEST_CLOCK_FILE` holds the instant
 * (epoch ms), and is read again each time. Nobody sets it outside of a test.
 */
export function makeClock(env: Readonly<Record<string, string | undefined>>): Clock {
  const file = env['RIWAQ_TEST_CLOCK_FILE'];
  return file === undefined ? Date.now : () => Number(readFileSync(file, 'utf8'));
}
