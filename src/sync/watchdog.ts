const STEP_MS = 1_000;

/**
 * What `work` resolves to, or a rejection after `seconds`: storage that hangs must not hang the wall.
 *
 * The time is counted in steps, so that a device that wakes from a sleep does not find all of it
 * gone before the work could go on.
 */
export function withWatchdog<T>(work: Promise<T>, seconds: number, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    let left = seconds;
    let timer = setTimeout(step, STEP_MS);
    function step() {
      left -= 1;
      if (left > 0) timer = setTimeout(step, STEP_MS);
      else reject(new Error(`${what} did not end within ${seconds} s`));
    }
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
