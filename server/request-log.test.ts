import { expect, test } from 'vitest';

import { makeRequestLog } from './request-log.ts';
import { makeToken } from './token.ts';

test('a request that went well leaves no line', () => {
  const { lines, logRequest } = makeLines(() => 0);
  for (const status of [200, 204, 304]) logRequest({ method: 'GET', path: '/v1/screen', status });
  expect(lines).toEqual([]);
});

// fault:P37 Somebody puts a screen’s token into an address
// hallway: no change
// technician: “…” in the log in its place
test('a secret that somebody put into the address is not written down', () => {
  const { lines, logRequest } = makeLines(() => 0);
  const token = makeToken();
  logRequest({ method: 'GET', path: `/v1/screen/${token}/x`, status: 404 });
  expect(lines).toEqual([{ method: 'GET', path: '/v1/screen/…/x', status: 404 }]);
});

// fault:H07 A storm of bad requests
// hallway: no change
// technician: at most 120 lines a minute, and the count of the rest
test('a storm of refused requests is counted, not written', () => {
  let instant = 0;
  const { lines, logRequest } = makeLines(() => instant);
  for (let n = 0; n < 500; n++) logRequest({ method: 'GET', path: '/x', status: 404 });
  expect(lines).toHaveLength(120);
  instant = 60_000;
  logRequest({ method: 'GET', path: '/y', status: 404 });
  expect(lines.slice(120)).toEqual([{ count: 380 }, { method: 'GET', path: '/y', status: 404 }]);
});

function makeLines(monotonicMs: () => number) {
  const lines: unknown[] = [];
  const log = { warn: (line: unknown) => void lines.push(line) };
  return { lines, logRequest: makeRequestLog(log, monotonicMs) };
}
