import { type BenchSchool, type BenchTv, startBenchTv } from './bench-tv.ts';
import { busyTimes, longestTask } from './main-thread.ts';

export type RunningTimes = {
  /** Main-thread time of single seconds in which nothing changes, in ms. */
  readonly idle: readonly number[];
  /** In the same seconds, that of a page which does nothing but wake once in each. */
  readonly waking: readonly number[];
  /** The longest main-thread task while a changed snapshot is fetched, checked and shown, in ms. */
  readonly arrivals: readonly number[];
};

const IDLE_SECONDS = 40;
const SETTLE_MS = 5_000;
/** The shortest that a school may choose. */
const POLL_S = 15;
const PATIENCE_MS = 60_000;

/** What a wall that is running costs its page: while nothing changes, and when a new snapshot comes. */
export async function runningTimes(
  school: BenchSchool,
  at: number,
  rounds: number,
): Promise<RunningTimes> {
  const asking = { ...school, polling: { inHours: POLL_S, offHours: 60 } };
  const tv = await startBenchTv(asking, at);
  try {
    const waker = await startWaker(tv);
    await tv.page.waitForTimeout(SETTLE_MS);
    const [idle, waking] = await Promise.all([
      busyTimes(tv.devTools, IDLE_SECONDS),
      busyTimes(waker.devTools, IDLE_SECONDS),
    ]);
    await waker.page.close();
    const arrivals: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      arrivals.push(await longestTask(tv.devTools, () => arrival(tv, asking, `School ${round}`)));
    }
    return { idle, waking, arrivals };
  } finally {
    await tv.end();
  }
}

/** What a second costs this machine's browser if a page only wakes in it. */
async function startWaker({ context, server }: BenchTv) {
  const page = await context.newPage();
  await page.goto(`${server.origin}/build.json`);
  await page.evaluate(() => {
    setInterval(() => {}, 1000);
  });
  return { page, devTools: await context.newCDPSession(page) };
}

/** Publishes the school under another name, and waits until the wall says it. */
async function arrival(
  { server, page }: BenchTv,
  school: BenchSchool,
  name: string,
): Promise<void> {
  await server.publish({ ...school, name: { ...school.name, en: name } });
  await page.locator('.school').getByText(name).waitFor({ timeout: PATIENCE_MS });
}
