import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { part } from './part.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a part is fetched once, however often it is wanted', async () => {
  const load = vi.fn(() => Promise.resolve('module'));
  const one = part(load);
  expect(one.here()).toBeUndefined();
  const both = [one.load(), one.load()];
  expect(both[1]).toBe(both[0]);
  await Promise.all(both);
  expect(one.here()).toBe('module');
  await one.load();
  expect(load).toHaveBeenCalledTimes(1);
});

test('a part that does not come is asked for again only after ten seconds', async () => {
  const one = part(() => Promise.reject(new Error('offline')));
  const first = one.load();
  await expect(first).rejects.toThrow('offline');
  await vi.advanceTimersByTimeAsync(9999);
  expect(one.load()).toBe(first);
  await vi.advanceTimersByTimeAsync(1);
  const second = one.load();
  expect(second).not.toBe(first);
  await expect(second).rejects.toThrow();
});
