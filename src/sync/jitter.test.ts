import { expect, test } from 'vitest';

import { jitterFrom } from './jitter.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;

test.each([
  ['the first ask of an empty screen', 'firstAsk', 0, 0, 3 * SECOND],
  ['its next one', 'withoutSnapshot', 0, 0, 5 * SECOND],
  ['the one after', 'withoutSnapshot', 1, 0, 10 * SECOND],
  ['the hundredth', 'withoutSnapshot', 100, 0, 60 * SECOND],
  ['after a busy endpoint', 'retryAfter', 120, 120 * SECOND, 150 * SECOND],
  ['a spread fetch', 'spread', 300, 0, 300 * SECOND],
  ['a fetch without a spread', 'spread', 0, 0, 0],
  ['a look for updates', 'updateCheck', 0, 4.5 * HOUR, 7.5 * HOUR],
  ['the kill switch', 'kill', 0, 0, 120 * SECOND],
] as const)('%s is drawn between its bounds', (_, die, given, least, most) => {
  expect(jitterFrom(() => 0)[die](given)).toBe(least);
  expect(jitterFrom(() => 1)[die](given)).toBe(most);
});
