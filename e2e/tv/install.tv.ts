import { expect } from '@playwright/test';

import { riyadh } from '../hall.ts';
import { test } from './tv-test.ts';
import { hasTimetable, isControlled } from './wall.ts';

const WORKER = /^\/(sw|assets\/sw-install-\w+)\.js$/;

test('the worker installs itself, and serves the page from then on', async ({ hall }) => {
  const { tv, gateway } = await hall.begin({ at: riyadh('2026-11-23T07:20:00') });
  await expect.poll(() => isControlled(tv)).toBe(true);
  expect(gateway.fetched).toContain('/');
  const before = gateway.fetched.length;

  await tv.reload();

  await expect.poll(() => hasTimetable(tv)).toBe(true);
  expect(await isControlled(tv)).toBe(true);
  // The browser looks for another worker, with what that imports; nothing else comes from the server.
  const fetched = gateway.fetched.slice(before).filter((path) => !WORKER.test(path));
  expect(fetched).toEqual([]);
});
