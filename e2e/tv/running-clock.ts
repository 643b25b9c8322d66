import type { RiwaqServer } from '../server.ts';

/** The school's time, as the server tells it. */
export type RunningClock = {
  readonly now: () => number;
  readonly stop: () => void;
};

const STEP_MS = 50;

/**
 * Lets a server's clock run from an instant on. Old engines have no clock that a test could set, but
 * a wall takes the time from the server's answers: so it is set there, and passes as it does.
 */
export function runClock(server: RiwaqServer, from: number): RunningClock {
  const began = performance.now();
  const now = () => from + performance.now() - began;
  const set = () => server.setClock(Math.round(now()));
  set();
  const timer = setInterval(set, STEP_MS);
  return { now, stop: () => clearInterval(timer) };
}
