import type { Clock } from './clock.ts';
import type { LiveState } from './live-state.ts';
import type { Log } from './log.ts';
import type { Serial } from './serial.ts';
import type { Store } from './store.ts';

/** What the functions that change something need; made once, when the endpoint starts. */
export type Deps = {
  readonly store: Store;
  readonly state: LiveState;
  readonly clock: Clock;
  readonly log: Log;
  /** All changes go through this one: they are made one after another. */
  readonly inTurn: Serial;
};
