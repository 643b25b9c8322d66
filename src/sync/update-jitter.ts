const UPDATE_CHECK_MS = 6 * 3_600_000;
const KILL_MS = 120_000;

/** The dice of `jitter.ts` that every page throws, apart from those of its keeper. */
export type UpdateJitter = {
  /** Until the browser looks for a new build again. */
  readonly updateCheck: () => number;
  /** Before a worker that removes itself reloads its pages. */
  readonly kill: () => number;
};

/** Waits in ms, from a generator of numbers in [0, 1). */
export function updateJitter(random: () => number): UpdateJitter {
  return {
    updateCheck: () => UPDATE_CHECK_MS * (0.75 + 0.5 * random()),
    kill: () => random() * KILL_MS,
  };
}
