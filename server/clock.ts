import { readFileSync } from 'node:fs';

export type Clock = () => number;

/**
 * The instant now. Tests step a server's time: `RIWAQ_TEST_CLOCK` is an offset in ms that is added
 * to the machine's clock, and a file named by `RIWAQ_TEST_CLOCK_FILE`, read again each time, holds
 * one that may change while the server runs. Nobody sets either outside of a test.
 */
export function makeClock(env: Readonly<Record<string, string | undefined>>): Clock {
  const file = env['RIWAQ_TEST_CLOCK_FILE'];
  if (file !== undefined) return () => Date.now() + Number(readFileSync(file, 'utf8'));
  const offsetMs = Number(env['RIWAQ_TEST_CLOCK'] ?? 0);
  return offsetMs === 0 ? Date.now : () => Date.now() + offsetMs;
}
