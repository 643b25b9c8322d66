import type { Span, Tape } from './tape.ts';

/** What became of a request, as the screen that sent it sees it. */
export type Ending =
  /** Answered from what was ready. */
  | 'ready'
  /** Answered, and something had to be built or waited for first. */
  | 'built'
  /** Refused, or answered by something that is no use. */
  | 'failed'
  /** The screen gave up waiting. */
  | 'timeout';

/** The report's six numbers, of the minute after the moment of the scenario. */
export type SixNumbers = {
  readonly 'cache_hit_rate_at_00:00': number;
  /** In ms; absent: nothing was built for a screen that asked. */
  readonly snapshot_build_time_avg?: number | undefined;
  readonly snapshot_build_time_p95?: number | undefined;
  /** Longest time in ms that all screens of a school went without a good answer, having asked. */
  readonly cold_start_duration: number;
  readonly schools_affected_count: number;
  readonly 'error_rate_at_00:00': number;
};

export type Steady = { readonly span: Span; readonly fullest: number; readonly mean: number };

export type Metered = {
  readonly requests: number;
  /** Requests that arrived in each second of the measured span. */
  readonly perSecond: Uint32Array;
  readonly fullestSecond: number;
  /** Of each steady span, in requests a second. */
  readonly steady: readonly Steady[];
  readonly timeouts: number;
  readonly failures: number;
  readonly buildsOnRead: number;
  readonly six: SixNumbers;
};

export type Meter = {
  /** A request reaches the server, or would if it were there. */
  readonly arrived: (at: number) => void;
  readonly ended: (school: number, sentAt: number, endedAt: number, ending: Ending) => void;
  /** A read path has built something, in `ms`. */
  readonly built: (at: number, ms: number) => void;
  readonly read: () => Metered;
};

const SECOND = 1_000;
const WINDOW_MS = 60_000;
/** An answer later than this is one that a school has noticed. */
const SLOW_MS = 2_000;

/** Counts the requests of a run. */
export function meterOf({ measured, steady, moment, schools }: Tape): Meter {
  const perSecond = new Uint32Array(Math.ceil((measured.to - measured.from) / SECOND));
  const waitingSince = new Float64Array(schools).fill(Infinity);
  const affected = new Set<number>();
  const buildTimes: number[] = [];
  let [timeouts, failures, buildsOnRead] = [0, 0, 0];
  const window = { from: moment, to: moment + WINDOW_MS };
  const atMoment = { all: 0, ready: 0, bad: 0 };
  let coldMs = 0;

  function endedAtMoment(school: number, tookMs: number, ending: Ending) {
    atMoment.all += 1;
    if (ending === 'ready') atMoment.ready += 1;
    const isBad = ending === 'failed' || ending === 'timeout';
    if (isBad) atMoment.bad += 1;
    if (isBad || tookMs > SLOW_MS) affected.add(school);
  }

  function waited(school: number, sentAt: number, endedAt: number, ending: Ending) {
    const since = Math.min(waitingSince[school] ?? Infinity, sentAt);
    const isServed = ending === 'ready' || ending === 'built';
    if (isServed) coldMs = Math.max(coldMs, endedAt - since);
    waitingSince[school] = isServed ? Infinity : since;
  }

  return {
    arrived(at) {
      if (at < measured.from || at >= measured.to) return;
      const second = Math.floor((at - measured.from) / SECOND);
      perSecond[second] = (perSecond[second] ?? 0) + 1;
    },
    ended(school, sentAt, endedAt, ending) {
      if (!isIn(measured, sentAt)) return;
      if (ending === 'timeout') timeouts += 1;
      if (ending === 'failed') failures += 1;
      if (isIn(window, sentAt)) endedAtMoment(school, endedAt - sentAt, ending);
      if (sentAt >= moment) waited(school, sentAt, endedAt, ending);
    },
    built(at, ms) {
      if (!isIn(measured, at)) return;
      buildsOnRead += 1;
      buildTimes.push(ms);
    },
    read() {
      for (const since of waitingSince) {
        if (since < Infinity) coldMs = Math.max(coldMs, measured.to - since);
      }
      const sorted = buildTimes.sort((a, b) => a - b);
      const total = sorted.reduce((sum, ms) => sum + ms, 0);
      return {
        requests: perSecond.reduce((sum, count) => sum + count, 0),
        perSecond,
        fullestSecond: Math.max(0, ...chunkMaxima(perSecond)),
        steady: steady.map((span) => steadyOf(perSecond, measured, span)),
        timeouts,
        failures,
        buildsOnRead,
        six: {
          'cache_hit_rate_at_00:00': atMoment.all === 0 ? 1 : atMoment.ready / atMoment.all,
          snapshot_build_time_avg: sorted.length === 0 ? undefined : total / sorted.length,
          snapshot_build_time_p95: sorted[Math.floor((sorted.length - 1) * 0.95)],
          cold_start_duration: coldMs,
          schools_affected_count: affected.size,
          'error_rate_at_00:00': atMoment.all === 0 ? 0 : atMoment.bad / atMoment.all,
        },
      };
    },
  };
}

function isIn({ from, to }: Span, at: number): boolean {
  return from <= at && at < to;
}

function steadyOf(perSecond: Uint32Array, measured: Span, span: Span): Steady {
  const from = Math.round((span.from - measured.from) / SECOND);
  const part = perSecond.subarray(from, Math.round((span.to - measured.from) / SECOND));
  const total = part.reduce((sum, count) => sum + count, 0);
  return { span, fullest: Math.max(0, ...chunkMaxima(part)), mean: total / part.length };
}

// Two days have more seconds than a function takes arguments.
function chunkMaxima(counts: Uint32Array): readonly number[] {
  const maxima: number[] = [];
  for (let at = 0; at < counts.length; at += 4096) {
    maxima.push(Math.max(...counts.subarray(at, at + 4096)));
  }
  return maxima;
}
