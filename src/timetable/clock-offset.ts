/*
 * What time it is, kept as a value. The device offers two clocks: its own time of day, which may be
 * wrong and may be set at any moment, and a monotonic one, which only counts (and stands still
 * while the device sleeps). The endpoint's clock is the truth; each of its answers is a sample.
 *
 *   steady   = monotonic clock, moved on by sleeps: it never goes back
 *   instant  = steady + offset
 */

/** Both of the device's clocks at one moment, in ms. */
export type ClockReading = {
  readonly device: number;
  readonly monotonic: number;
};

/** One comparison with the endpoint's clock. */
export type ClockSample = {
  /** True time − steady time. */
  readonly offset: number;
  /** How far `offset` may be off: half the round trip, and what else is unknown. */
  readonly bound: number;
  /** Steady time of the comparison. */
  readonly at: number;
};

export type Clock = {
  /** Steady time when the monotonic clock reads zero. */
  readonly base: number;
  /** What the device's time of day would be then, by its last reading. */
  readonly line: number;
  /** Offset in use at steady time `since`, on its way to `target`. */
  readonly offset: number;
  readonly target: number;
  readonly since: number;
  /** The last eight, oldest first. */
  readonly samples: readonly ClockSample[];
};

const SLEEP_MS = 3_000;
const SAMPLES = 8;
/** A quartz clock gains or loses up to this much: 100 parts per million, 8.6 s a day. */
const DRIFT = 1e-4;
const STEP_MS = 2_000;
/** 50 ms a second: nobody sees it, and the longest slew ends within a minute. */
const SLEW = 0.05;

/**
 * A clock just switched on; `known` is the offset that it had last time, if any. No
 * instant is below zero, as at 0:00 on a device's first of January 1970 east of Greenwich: what is
 * remembered as an instant would be later than now for ever, and nothing would be asked.
 */
export function clockFrom({ device, monotonic }: ClockReading, known = 0): Clock {
  const base = device - monotonic;
  const offset = Math.max(known, -device);
  return { base, line: base, offset, target: offset, since: device, samples: [] };
}

/**
 * The clock after a look at the device: a jump forward by more than 3 s is followed, because the
 * device slept; a jump back is not, because time does not go back.
 */
export function clockOn(clock: Clock, reading: ClockReading): Clock {
  const line = reading.device - reading.monotonic;
  const jump = line - clock.line;
  if (Math.abs(jump) <= SLEEP_MS) return clock;
  // Somebody, or a time service, may have put the device's clock right. Nothing slept then, and the
  // wall knew the time already.
  const wasSet = Math.abs(reading.device - instantAt(clock, reading)) <= STEP_MS;
  return { ...clock, line, base: jump < 0 || wasSet ? clock.base : clock.base + jump };
}

/** True time, as well as it is known. */
export function instantAt(clock: Clock, reading: ClockReading): number {
  const steady = steadyAt(clock, reading);
  return Math.floor(steady + offsetAt(clock, steady));
}

/** How far `instantAt` may be off in ms; `undefined` before the first answer. */
export function clockBound(clock: Clock, reading: ClockReading): number | undefined {
  const steady = steadyAt(clock, reading);
  const best = bestOf(clock.samples, steady);
  return best && claimedBound(best, steady);
}

/** The clock after an answer of the endpoint that read `server` at `reading`, give or take `bound`. */
export function clockAnswered(
  clock: Clock,
  reading: ClockReading,
  server: number,
  bound: number,
): Clock {
  const at = steadyAt(clock, reading);
  const sample = { offset: server - at, bound, at };
  // A sample that contradicts the newest was taken before somebody changed a clock.
  const agreeing = clock.samples.filter(
    (other) =>
      Math.abs(other.offset - sample.offset) <= claimedBound(other, at) + sample.bound + SLEEP_MS,
  );
  const samples = [...agreeing, sample].slice(-SAMPLES);
  const target = (bestOf(samples, at) ?? sample).offset;
  const current = offsetAt(clock, at);
  const isStep = Math.abs(target - current) >= STEP_MS;
  return { ...clock, samples, target, offset: isStep ? target : current, since: at };
}

function steadyAt({ base }: Clock, { monotonic }: ClockReading): number {
  return base + monotonic;
}

function offsetAt({ offset, target, since }: Clock, steady: number): number {
  const most = (steady - since) * SLEW;
  return offset + Math.min(most, Math.max(-most, target - offset));
}

/** The most exact of them at a steady time; of equals, the oldest. */
function bestOf(samples: readonly ClockSample[], steady: number): ClockSample | undefined {
  let best: ClockSample | undefined;
  for (const one of samples) {
    if (!best || claimedBound(one, steady) < claimedBound(best, steady)) best = one;
  }
  return best;
}

function claimedBound({ bound, at }: ClockSample, steady: number): number {
  return bound + (steady - at) * DRIFT;
}
