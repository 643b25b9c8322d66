import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { makeBuild } from '../../e2e/make-build.ts';
import { withWatchdog } from '../../src/sync/watchdog.ts';
import { type BenchSchool, type BenchTv, startBenchTv } from './bench-tv.ts';
import { emptyPageScript, REGISTER } from './empty-page.ts';
import { finishedPage } from './finished-page.ts';

export type BootTimes = {
  /** From navigation until the current lesson is painted, in ms. */
  readonly wall: readonly number[];
  /** Until the same board is, of a page that has it in its HTML and runs no script for it. */
  readonly finished: readonly number[];
  /** Until an empty Preact page is, which the same worker serves. */
  readonly empty: readonly number[];
};

/** A TV of 2018, as slow as it is taken to be. */
export const SLOWDOWN = 6;
const SETTLE_MS = 3_000;
const PATIENCE_S = 30;

const TELL_PAINTED = 'riwaqBenchPainted';
/** Tells when the heading has been painted: the first task after the frame that shows it. */
const WATCH_FOR_PAINT = `{
  const isThere = () => document.querySelector('.hall h1') !== null;
  const watch = new MutationObserver(() => {
    if (!isThere()) return;
    watch.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        ${TELL_PAINTED}(String(performance.now()));
      };
      port2.postMessage(0);
    });
  });
  watch.observe(document, { childList: true, subtree: true });
}`;

/**
 * How long a page takes to show itself with its server dead and its worker asleep, on a processor
 * that is as slow as a TV's: the wall from its stored timetable, the same board without anything to
 * do for it, and an empty page, in turn.
 * Only the page is slowed down: Chromium cannot slow a worker.
 */
export async function bootTimes(
  school: BenchSchool,
  at: number,
  rounds: number,
): Promise<BootTimes> {
  const folder = mkdtempSync(path.join(tmpdir(), 'riwaq-bench-app-'));
  const [finishedApp, emptyApp] = [path.join(folder, 'finished'), path.join(folder, 'empty')];
  const script = await emptyPageScript();
  makeBuild(emptyApp, 'empty', { script: () => script });
  const tvs = [await startBenchTv(school, at)];
  try {
    for (const { page } of tvs) {
      await page.waitForTimeout(SETTLE_MS);
      makeBuild(finishedApp, 'finished', await finishedPage(page, REGISTER));
    }
    tvs.push(await startBenchTv(school, at, finishedApp), await startBenchTv(school, at, emptyApp));
    for (const tv of tvs) await prepareBoot(tv);
    const times = tvs.map((): number[] => []);
    for (let round = 0; round <= rounds; round += 1) {
      for (const [at, tv] of tvs.entries()) {
        const ms = await bootTime(tv);
        // The first one warms up.
        if (round > 0) times[at]?.push(ms);
      }
    }
    const [wall = [], finished = [], empty = []] = times;
    return { wall, finished, empty };
  } finally {
    for (const tv of tvs) await tv.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Kills the server of a wall that has stored its timetable, and leaves the page. */
export async function prepareBoot({ page, devTools, server }: BenchTv): Promise<void> {
  // The worker has stored what the page shows.
  await page.waitForTimeout(SETTLE_MS);
  await server.kill();
  await devTools.send('Page.enable');
  await devTools.send('Runtime.enable');
  await devTools.send('Runtime.addBinding', { name: TELL_PAINTED });
  await devTools.send('ServiceWorker.enable');
  await devTools.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH_FOR_PAINT });
  await page.goto('about:blank');
}

/** Milliseconds from navigation until the heading is painted, with the worker asleep at first. */
export async function bootTime({ page, devTools, server }: BenchTv): Promise<number> {
  await devTools.send('ServiceWorker.stopAllWorkers');
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  // The page is only listened to: looking into it while it starts would be work of the same thread.
  const painted = new Promise<number>((resolve) => {
    devTools.once('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload)));
  });
  await devTools.send('Page.navigate', { url: server.origin });
  const ms = await withWatchdog(painted, PATIENCE_S, 'The page');
  // The other one is measured next: slowing a page down costs this machine more than the page itself.
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.goto('about:blank');
  return ms;
}
