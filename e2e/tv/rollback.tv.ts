import path from 'node:path';

import { expect } from '@playwright/test';

import { BROKEN_BUILD } from '../broken-build.ts';
import { riyadh } from '../hall.ts';
import { makeBuild } from '../make-build.ts';
import { test } from './tv-test.ts';
import type { Tv } from './tv.ts';
import { hasTimetable, isControlled, textOf } from './wall.ts';

const INSTALL_TIMEOUT_MS = 60_000;
const ROLLBACK_TIMEOUT_MS = 60_000;
const SEEN_TO_WORK_MS = 3_000;
const LOOK_MS = 100;

test('a build that cannot paint makes way for the one before', async ({ hall }) => {
  hall.tolerate(/broken build/);
  const app = path.join(hall.folder(), 'app');
  makeBuild(app, 'first');
  const { tv, server } = await hall.begin({ at: riyadh('2026-11-23T14:10:20'), app });
  await expect.poll(() => isControlled(tv)).toBe(true);
  // A build is gone back to only if it was seen to work, which the page says within a second.
  await new Promise((resolve) => setTimeout(resolve, SEEN_TO_WORK_MS));

  makeBuild(app, 'broken', BROKEN_BUILD);
  await server.kill();
  await server.restart();
  // The wall looks for a build every six hours; a browser looks whenever it is told to.
  await tv.evaluate(LOOK_FOR_BUILD);
  await expect.poll(() => waitingWorker(tv), { timeout: INSTALL_TIMEOUT_MS }).toBe('installed');
  await tv.press('d');
  await expect.poll(() => textOf(tv, '.diag')).toContain('OK: update and reload');
  await tv.press('Enter');

  const starts = new Set<string>();
  const build = async () => {
    const started = await startedBuild(tv);
    starts.add(started);
    return started.split(' ')[0];
  };
  await expect.poll(build, { intervals: [LOOK_MS] }).toBe('broken');
  await expect.poll(build, { intervals: [LOOK_MS], timeout: ROLLBACK_TIMEOUT_MS }).toBe('first');
  await expect.poll(() => hasTimetable(tv)).toBe(true);
  // It is given three.
  expect([...starts].filter((started) => started.startsWith('broken'))).toHaveLength(3);

  // That is for good.
  await tv.reload();
  await expect.poll(() => hasTimetable(tv)).toBe(true);
  expect(await startedBuild(tv)).toMatch(/^first /);
});

/** The build of the page, and when it was started. A page that is being left is none. */
function startedBuild(tv: Tv): Promise<string> {
  const build = `document.querySelector('meta[name="riwaq-build"]').content`;
  return tv.evaluate(`${build} + ' ' + performance.timing.navigationStart`).then(String, () => '');
}

/** Rejected only while there is no network. */
const LOOK_FOR_BUILD = `navigator.serviceWorker.getRegistration()
  .then((registration) => registration.update())
  .then(() => true, () => false)`;

async function waitingWorker(tv: Tv): Promise<string> {
  const state = `navigator.serviceWorker.getRegistration()
    .then(({ waiting }) => waiting ? waiting.state : 'none')`;
  return String(await tv.evaluate(state));
}
