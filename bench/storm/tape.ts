/** `[from, to)` in instants. */
export type Span = { readonly from: number; readonly to: number };

/**
 * What a device's clock does while the device has no power: it goes on; it begins anew at a date of
 * the factory, as without a battery; or it resumes where it stood, as where the system saves the
 * time when it shuts down.
 */
export type ClockLoss = 'keeps' | 'factory' | 'frozen';

/** One TV: where it hangs and what happens to it, whatever program it runs. */
export type TapeScreen = {
  readonly name: string;
  /** Number of its school. */
  readonly school: number;
  /** How long a request is on its way to the server, and an answer back, in ms. */
  readonly upMs: number;
  readonly downMs: number;
  /** Its clock − true time, in ms, until it loses the time. */
  readonly clockAheadMs: number;
  readonly clockLoss: ClockLoss;
  /** When its page runs. One that begins before the tape does was on already, with all it needs. */
  readonly power: readonly Span[];
};

/** An office changes the timetable of a school; its screens should show `edition` from then on. */
export type Edit = { readonly at: number; readonly school: number; readonly edition: number };

/** The world outside: the same for every policy. */
export type Tape = {
  readonly scenario: string;
  readonly seed: number;
  /** What is measured. */
  readonly measured: Span;
  /** The instant that the scenario is about. */
  readonly moment: number;
  /** In each of them all screens ask at the same rate throughout: where fullest seconds are looked for. */
  readonly steady: readonly [Span, ...Span[]];
  readonly schools: number;
  readonly screens: readonly TapeScreen[];
  /** Screens have been on before, and hold what a program of theirs keeps while it is off. */
  readonly isInstalled: boolean;
  /** Ascending. */
  readonly edits: readonly Edit[];
  /** Nobody reaches the server: connections are refused. */
  readonly outages: readonly Span[];
  /** The server's process ends, and is there again a little later. */
  readonly restarts: readonly number[];
};
