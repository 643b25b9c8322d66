import type { Page } from '@playwright/test';

/** What a page and its browser keep: counts, and sizes in bytes. */
export type Footprint = {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly timers: number;
  readonly indexedDB: number;
  readonly caches: number;
};

type Counting = Window & { timersRunning?: () => number };
type Usage = { readonly indexedDB?: number; readonly caches?: number };

/** Counts the timers of a page; an init script that comes after the clock's. */
export const COUNT_TIMERS = `{
  const running = new Set();
  const { setTimeout, clearTimeout } = window;
  window.setTimeout = (work, ms, ...values) => {
    const id = setTimeout(() => { running.delete(id); work(...values); }, ms);
    running.add(id);
    return id;
  };
  window.clearTimeout = (id) => { running.delete(id); clearTimeout(id); };
  window.timersRunning = () => running.size;
}`;

/** What is kept once all garbage has been collected. */
export async function footprintOf(page: Page): Promise<Footprint> {
  const devTools = await page.context().newCDPSession(page);
  try {
    for (let time = 0; time < 2; time += 1) await devTools.send('HeapProfiler.collectGarbage');
    await devTools.send('Performance.enable');
    const { metrics } = await devTools.send('Performance.getMetrics');
    const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    const { usage, timers } = await page.evaluate(usageAndTimers);
    return {
      heap: metric('JSHeapUsedSize'),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      timers,
      indexedDB: usage.indexedDB ?? 0,
      caches: usage.caches ?? 0,
    };
  } finally {
    await devTools.detach();
  }
}

async function usageAndTimers(): Promise<{ usage: Usage; timers: number }> {
  const counting: Counting = window;
  const estimate: StorageEstimate & { usageDetails?: Usage } = await navigator.storage.estimate();
  return { usage: estimate.usageDetails ?? {}, timers: counting.timersRunning?.() ?? NaN };
}
