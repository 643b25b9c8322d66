import { schoolOffsets } from '../../server/school-offsets.ts';
import { compile } from '../../src/school/compile.ts';
import { pollingOf } from '../../src/timetable/polling.ts';
import { largeSchool } from '../large-school.ts';
import { bytesPerDay, pollsPerDay } from './bytes-per-day.ts';
import { measured, pause, type Measured, type World } from './measured.ts';
import { OLD_COLD_BOOT as OLD } from './old-service.ts';
import type { Row } from './row.ts';
import {
  confirmedFigures,
  fullestSecondBut,
  hurried,
  requestFigures,
  servedFigures,
  type Expected,
  type RequestFigures,
} from './storm-figures.ts';
import type { Town } from './town.ts';

const MICROSECONDS = 1000;
const MEGABYTE = 1e6;
/** For what was begun at the last moment. */
const TAIL_MS = 5_000;
/** Until the one process of all screens has closed thousands of connections at once. */
const BROKEN_MS = 2_000;
export const DELAY = 'delay in the process of the screens, longest';
const UNCHANGED_BYTES = 'bytes of an unchanged exchange';
const CHANGED_BYTES = 'bytes of a changed pointer and its snapshot';
const MOST_MEGABYTES_PER_DAY = 0.5;
/** Midnight of a Sunday on which the large school teaches. */
const SCHOOL_DAY = Date.parse('2026-09-06T00:00:00+03:00');
/** Each screen is right within this time of its request. */
const RIGHT_WITHIN_MS = 1_000;

export type Stage = World & {
  readonly town: Town;
  readonly expected: Expected;
  readonly overMs: number;
  readonly periodMs: number;
};

/** Every screen is switched on within `overMs`, and has nothing stored. */
export async function coldBoot(stage: Stage, storage: 'indexedDb' | 'memory'): Promise<Row[]> {
  const scenario = `${stage.town.screens.length} screens cold`;
  const isOldOnes = storage === 'indexedDb' && stage.town.screens.length === 600;
  const seen = await measured(stage, async () => {
    await switchOn(stage, storage);
    await pause(2 * TAIL_MS);
  });
  const served = servedFigures(seen.screens, stage.expected, seen.startedAt);
  const { requestToRightMs: latency } = served;
  const asked = requestFigures(seen.screens, seen.tookMs);
  const old = <Key extends keyof typeof OLD>(key: Key) => isOldOnes && { old: OLD[key] };
  return [
    { name: 'right', value: served.right, unit: 'screens', least: served.screens },
    {
      name: 'right 20 s after the first',
      value: served.rightAt20s,
      unit: 'screens',
      ...old('rightAt20s'),
    },
    { name: 'half are right after', value: served.rightAfterS.p50, unit: 's', ...old('p50s') },
    { name: '95 % are right after', value: served.rightAfterS.p95, unit: 's', ...old('p95s') },
    { name: 'the last is right after', value: served.rightAfterS.max, unit: 's', ...old('maxS') },
    { name: 'first request → right, median', value: latency.p50, unit: 'ms' },
    { name: 'first request → right, 95 %', value: latency.p95, unit: 'ms' },
    {
      name: 'first request → right, longest',
      value: latency.max,
      unit: 'ms',
      most: RIGHT_WITHIN_MS,
    },
    { name: 'requests', value: asked.requests, unit: '', ...old('requests') },
    { name: 'timeouts', value: asked.timeouts, unit: '', most: 0, ...old('timeouts') },
    {
      name: 'fullest second',
      value: asked.fullestSecond,
      unit: 'pointers',
      ...old('fullestSecond'),
    },
    { name: 'mean second', value: asked.meanSecond, unit: 'pointers' },
    ...common(seen, asked),
  ].map((row) => ({ scenario, ...row }));
}

/** Every screen is switched on again, and has stored what its school shows. */
export async function storedBoot(stage: Stage): Promise<Row[]> {
  const scenario = `${stage.town.screens.length} screens with stored snapshots`;
  await stage.client.switchOff();
  const seen = await measured(stage, async () => {
    await switchOn(stage, 'indexedDb');
    await pause(stage.periodMs + TAIL_MS);
  });
  const served = servedFigures(seen.screens, stage.expected, seen.startedAt);
  const fromStorage = seen.screens.map(({ switchedOnAt, shown }) =>
    shown[0] ? shown[0].at - switchedOnAt : NaN,
  );
  const { confirmed, requestToConfirmedMs: latency } = confirmedFigures(seen.screens);
  const asked = requestFigures(seen.screens, seen.tookMs);
  return [
    {
      name: 'right from their own storage',
      value: served.right,
      unit: 'screens',
      least: served.screens,
    },
    { name: 'switched on → shown, longest', value: Math.max(...fromStorage), unit: 'ms' },
    { name: 'confirmed by the server', value: confirmed, unit: 'screens', least: served.screens },
    { name: 'first request → confirmed, median', value: latency.p50, unit: 'ms' },
    {
      name: 'first request → confirmed, longest',
      value: latency.max,
      unit: 'ms',
      most: RIGHT_WITHIN_MS,
    },
    { name: 'requests', value: asked.requests, unit: '' },
    { name: 'timeouts', value: asked.timeouts, unit: '', most: 0 },
    { name: 'fullest second', value: asked.fullestSecond, unit: 'pointers' },
    ...common(seen, asked),
  ].map((row) => ({ scenario, ...row }));
}

/** One polling period in which nothing happens. */
export async function quietPeriod(stage: Stage): Promise<Row[]> {
  const { periodMs, town } = stage;
  const scenario = `${town.screens.length} screens, a quiet period`;
  const seen = await measured(stage, () => pause(periodMs));
  const asked = requestFigures(seen.screens, periodMs);
  const mean = asked.meanSecond;
  return [
    { name: 'requests', value: asked.requests, unit: '' },
    { name: 'answered, median', value: asked.answerMs.p50, unit: 'ms' },
    { name: 'answered, 95 %', value: asked.answerMs.p95, unit: 'ms' },
    { name: 'answered, longest', value: asked.answerMs.max, unit: 'ms', most: RIGHT_WITHIN_MS },
    { name: 'timeouts', value: asked.timeouts, unit: '', most: 0 },
    {
      name: 'fullest second',
      value: asked.fullestSecond,
      unit: 'pointers',
      most: mostInASecond(mean),
    },
    { name: 'mean second', value: mean, unit: 'pointers' },
    { name: 'new connections', value: asked.connections, unit: '' },
    { name: UNCHANGED_BYTES, value: bytesOf(seen) / asked.requests, unit: 'B' },
    ...common(seen, asked),
  ].map((row) => ({ scenario, ...row }));
}

/**
 * What a screen sends and receives on a day of the large school, as the shipped code places its
 * slots: from the bytes on the sockets of a quiet period and of one with a publication.
 */
export function dayOfScreen(rows: readonly Row[], publications: number): Row[] {
  const school = largeSchool({ classes: 24, days: 365, periods: 7 });
  const snapshot = compile(school, { offsets: schoolOffsets(school), salt: 'salt' });
  const polls = pollsPerDay(pollingOf(snapshot, 0.5), SCHOOL_DAY);
  const day = {
    polls,
    publications,
    unchangedBytes: valueOf(rows, UNCHANGED_BYTES),
    changedBytes: valueOf(rows, CHANGED_BYTES),
  };
  const scenario = 'a screen on a school day';
  return [
    { scenario, name: 'polls', value: polls, unit: '' },
    { scenario, name: 'publications', value: publications, unit: '' },
    {
      scenario,
      name: 'bytes with all fields, both ways',
      value: bytesPerDay(day) / MEGABYTE,
      unit: 'MB',
      most: MOST_MEGABYTES_PER_DAY,
    },
  ];
}

/** Everything is published anew while screens poll on. */
export async function publishToAll(
  stage: Stage,
  edition: number,
  quiet: readonly Row[],
): Promise<Row[]> {
  const { periodMs, town } = stage;
  const scenario = `${town.screens.length} screens, a publication of each school`;
  let published = { expected: stage.expected, publishMs: [0] as readonly number[] };
  let publishedMs = 0;
  const seen = await measured(stage, async () => {
    const from = Date.now();
    published = await town.publish(edition);
    publishedMs = Date.now() - from;
    await pause(periodMs + TAIL_MS);
  });
  const served = servedFigures(seen.screens, published.expected, seen.startedAt);
  const asked = requestFigures(seen.screens, seen.tookMs);
  // Each screen that was right fetched a snapshot; all other exchanges changed nothing.
  const unchanged = asked.requests - 2 * served.right;
  const changedBytes = bytesOf(seen) - unchanged * valueOf(quiet, UNCHANGED_BYTES);
  return [
    { name: CHANGED_BYTES, value: changedBytes / served.right, unit: 'B' },
    { name: 'all published within', value: publishedMs / 1000, unit: 's' },
    { name: 'right', value: served.right, unit: 'screens', least: served.screens },
    { name: 'the last is right after', value: served.rightAfterS.max, unit: 's' },
    { name: 'answered, median', value: asked.answerMs.p50, unit: 'ms' },
    { name: 'answered, longest', value: asked.answerMs.max, unit: 'ms', most: RIGHT_WITHIN_MS },
    { name: 'requests', value: asked.requests, unit: '' },
    { name: 'timeouts', value: asked.timeouts, unit: '', most: 0 },
    { name: 'fullest second', value: asked.fullestSecond, unit: 'pointers' },
    { name: 'mean second', value: asked.meanSecond, unit: 'pointers' },
    { name: 'memory of the server', value: seen.serverBytes / MEGABYTE, unit: 'MB' },
  ].map((row) => ({ scenario, ...row }));
}

/** The server is killed in the middle of two periods, and started again at once. */
export async function restart(stage: Stage): Promise<Row[]> {
  const { periodMs, town, server } = stage;
  const scenario = `${town.screens.length} screens, the server killed and started`;
  let [killedAt, backAt] = [0, 0];
  const seen = await measured(stage, async () => {
    await pause(periodMs);
    killedAt = Date.now();
    await server.kill();
    await server.restart();
    backAt = Date.now();
    await pause(periodMs + TAIL_MS);
  });
  const after = seen.screens.flatMap(
    ({ confirmed }) => confirmed.find(({ at }) => at >= killedAt) ?? [],
  );
  const asked = requestFigures(seen.screens, seen.tookMs);
  return [
    { name: 'server gone for', value: backAt - killedAt, unit: 'ms' },
    { name: 'requests that nobody answered', value: asked.failed, unit: '' },
    { name: 'timeouts', value: asked.timeouts, unit: '', most: 0 },
    { name: 'confirmed again', value: after.length, unit: 'screens', least: town.screens.length },
    {
      name: 'the last of them after',
      value: (Math.max(...after.map(({ at }) => at)) - backAt) / 1000,
      unit: 's',
    },
    {
      name: 'asked twice in a period',
      value: hurried(seen.screens, periodMs),
      unit: 'screens',
      most: 0,
    },
    { name: 'answered, longest', value: asked.answerMs.max, unit: 'ms', most: RIGHT_WITHIN_MS },
    {
      name: 'fullest second',
      value: fullestSecondBut(seen.screens, { from: killedAt, to: backAt + BROKEN_MS }),
      unit: 'pointers',
      most: mostInASecond(asked.meanSecond),
    },
    { name: 'the same, as all connections break', value: asked.fullestSecond, unit: 'pointers' },
    { name: 'mean second', value: asked.meanSecond, unit: 'pointers' },
    { name: 'new connections', value: asked.connections, unit: '' },
    { name: 'memory of the server', value: seen.serverBytes / MEGABYTE, unit: 'MB' },
    // Of this one process, which loses all connections at once, as no TV does.
    { name: 'delay as all connections break', value: seen.delay.max, unit: 'ms' },
  ].map((row) => ({ scenario, ...row }));
}

function bytesOf({ screens }: Measured): number {
  return screens.reduce((sum, { bytes }) => sum + bytes, 0);
}

function valueOf(rows: readonly Row[], name: string): number {
  return rows.find((row) => row.name === name)?.value ?? NaN;
}

function switchOn({ server, client, town, overMs }: Stage, storage: 'indexedDb' | 'memory') {
  return client.switchOn({ origin: server.origin, screens: town.screens, overMs, storage });
}

function common(seen: Measured, { requests }: RequestFigures): Omit<Row, 'scenario'>[] {
  return [
    {
      name: 'CPU of the server per request',
      value: (seen.serverCpuMs * MICROSECONDS) / requests,
      unit: 'µs',
    },
    { name: 'memory of the server', value: seen.serverBytes / MEGABYTE, unit: 'MB' },
    { name: 'delay in the process of the screens, 99 %', value: seen.delay.p99, unit: 'ms' },
    { name: DELAY, value: seen.delay.max, unit: 'ms' },
  ];
}

/** What a fleet with exact clocks keeps to. */
function mostInASecond(mean: number): number {
  return Math.max(1.1 * mean, Math.ceil(mean) + 1);
}
