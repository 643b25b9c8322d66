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
type Told = {
  readonly metrics: readonly { readonly name: string; readonly value: number }[];
  readonly usage?: Usage | undefined;
  readonly timers?: number | undefined;
};

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

/** What is kept once all garbage has been collected. Rejects when the browser leaves a figure out. */
export async function footprintOf(page: Page): Promise<Footprint> {
  const devTools = await page.context().newCDPSession(page);
  try {
    for (let time = 0; time < 2; time += 1) await devTools.send('HeapProfiler.collectGarbage');
    await devTools.send('Performance.enable');
    const { metrics } = await devTools.send('Performance.getMetrics');
    return footprintFrom({ metrics, ...(await page.evaluate(usageAndTimers)) });
  } finally {
    await devTools.detach();
  }
}

/**
 * The footprint that DevTools (`Performance.getMetrics`), the page's storage estimate and its counted
 * timers tell of. Throws a `RangeError` for a figure that is left out or nothing: Chromium leaves a
 * store out that it has counted as empty, which none of a wall's is, so flat would mean not looked at.
 */
export function footprintFrom({ metrics, usage, timers }: Told): Footprint {
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value;
  return {
    heap: told('heap', metric('JSHeapUsedSize')),
    nodes: told('nodes', metric('Nodes')),
    listeners: told('listeners', metric('JSEventListeners')),
    timers: told('timers', timers),
    indexedDB: told('indexedDB', usage?.indexedDB),
    caches: told('caches', usage?.caches),
  };
}

function told(what: keyof Footprint, value: number | undefined): number {
  if (value !== undefined && value > 0) return value;
  throw new RangeError(`The browser does not say how much it keeps: ${what} is ${value}`);
}

async function usageAndTimers(): Promise<Pick<Told, 'usage' | 'timers'>> {
  const counting: Counting = window;
  const estimate: StorageEstimate & { usageDetails?: Usage } = await navigator.storage.estimate();
  return { usage: estimate.usageDetails, timers: counting.timersRunning?.() };
}
