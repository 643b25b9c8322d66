/** What a device counts time with. Its time of day and its monotonic clock run by the same crystal. */
export type Quartz = {
  /** Its time of day at the true instant `at`. */
  readonly dayTime: (at: number) => number;
  /** What it has counted at `at`: how fast it runs, and never a jump. */
  readonly count: (at: number) => number;
  /** Moves the time of day by `ms`. */
  readonly jump: (ms: number) => void;
  /** Sets the time of day. */
  readonly set: (at: number, reading: number) => void;
  /** From `at` on it gains this many millionths. */
  readonly drift: (at: number, ppm: number) => void;
};

const MILLION = 1e6;

/** A crystal that keeps true time until something happens to it. */
export function quartz(): Quartz {
  let ahead = 0;
  let ppm = 0;
  let since = 0;
  let gained = 0;

  const gain = (at: number) => gained + ((at - since) * ppm) / MILLION;
  return {
    dayTime: (at) => at + gain(at) + ahead,
    count: (at) => at + gain(at),
    jump(ms) {
      ahead += ms;
    },
    set(at, reading) {
      ahead = reading - at - gain(at);
    },
    drift(at, next) {
      gained = gain(at);
      since = at;
      ppm = next;
    },
  };
}
