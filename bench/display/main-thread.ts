import type { CDPSession } from '@playwright/test';

type Traced = {
  readonly name: string;
  readonly ph: string;
  readonly dur?: number;
  readonly tid: number;
  readonly pid: number;
  readonly args?: { readonly name?: string };
};

const SECOND_MS = 1_000;

/** Main-thread time of each of `seconds` seconds, in ms. */
export async function busyTimes(devTools: CDPSession, seconds: number): Promise<readonly number[]> {
  await devTools.send('Performance.enable');
  const times: number[] = [];
  let before = await busyTime(devTools);
  for (let second = 0; second < seconds; second += 1) {
    await new Promise((resolve) => setTimeout(resolve, SECOND_MS));
    const now = await busyTime(devTools);
    times.push(now - before);
    before = now;
  }
  return times;
}

async function busyTime(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  const secondsOf = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  // Less what asking costs.
  return (secondsOf('TaskDuration') - secondsOf('DevToolsCommandDuration')) * SECOND_MS;
}

/** The longest task of the page's main thread while `work` goes on, in ms. */
export async function longestTask(
  devTools: CDPSession,
  work: () => Promise<void>,
): Promise<number> {
  const events: Traced[] = [];
  devTools.on('Tracing.dataCollected', collect);
  await devTools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  });
  await work();
  const complete = new Promise((resolve) => devTools.once('Tracing.tracingComplete', resolve));
  await devTools.send('Tracing.end');
  await complete;
  devTools.off('Tracing.dataCollected', collect);
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = events.filter(
    (event) => event.name.endsWith('RunTask') && mains.has(threadOf(event)),
  );
  if (tasks.length === 0) throw new Error('The browser has traced no task of a page');
  return Math.max(...tasks.map(({ dur = 0 }) => dur / SECOND_MS));

  function collect({ value }: { value: unknown[] }): void {
    for (const event of value) if (isTraced(event)) events.push(event);
  }
}

function threadOf({ pid, tid }: Traced): string {
  return `${pid}:${tid}`;
}

function isTraced(value: unknown): value is Traced {
  return typeof value === 'object' && value !== null && 'name' in value && 'tid' in value;
}
