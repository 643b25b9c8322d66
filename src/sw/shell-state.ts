/*
 * Which build of the app the pages of this screen are served from. Every build lies complete in a
 * cache of its own; the current one is a pointer, so that the one before can be gone back to.
 */
export type ShellState = {
  /** The build that pages are served from. */
  readonly current: string;
  /** The last one known to work, if its files are still here. */
  readonly previous?: string | undefined;
  /** Pages started from the current build before it had once been seen to work. */
  readonly boots: number;
  /** A page of the current build has painted. */
  readonly isConfirmed: boolean;
  /** A build that did not work; it is not tried again. */
  readonly rejected?: string | undefined;
};

const MOST_BOOTS = 3;

/** After the worker of `build` has taken over: its files are complete, and pages are served from them. */
export function activated(state: ShellState | undefined, build: string): ShellState {
  if (!state) return { current: build, boots: 0, isConfirmed: false };
  if (state.current === build || state.rejected === build) return state;
  return {
    current: build,
    // A build that was never seen to work is nothing to go back to.
    previous: state.isConfirmed ? state.current : state.previous,
    boots: 0,
    isConfirmed: false,
    rejected: state.rejected,
  };
}

/** When a page is about to be served: a build that has failed three times makes way for the last. */
export function booted(state: ShellState): ShellState {
  if (state.isConfirmed) return state;
  if (state.boots < MOST_BOOTS || state.previous === undefined) {
    return { ...state, boots: state.boots + 1 };
  }
  return { current: state.previous, boots: 0, isConfirmed: true, rejected: state.current };
}

/** After a page of `build` has painted. */
export function confirmed(state: ShellState, build: string): ShellState {
  if (state.current !== build || state.isConfirmed) return state;
  return { ...state, boots: 0, isConfirmed: true };
}

/** Builds whose files are to be kept; all others may go. */
export function keptBuilds({ current, previous }: ShellState, build: string): readonly string[] {
  return [current, previous, build].filter((one): one is string => one !== undefined);
}
