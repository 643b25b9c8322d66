import type { TapeScreen } from '../tape.ts';

/** A device's own time of day, which may be wrong. */
export type DeviceClock = {
  readonly on: (at: number) => void;
  readonly off: (at: number) => void;
  /** What it reads at the true instant `at`. */
  readonly at: (at: number) => number;
};

const FACTORY = Date.parse('2020-01-01T00:00:00Z');

/** The clock of a TV, as the tape says what it does without power. */
export function deviceClock({ clockAheadMs, clockLoss }: TapeScreen): DeviceClock {
  let ahead = clockAheadMs;
  let stoppedAt: number | undefined;
  return {
    on(at) {
      if (clockLoss === 'factory') ahead = FACTORY - at;
      if (clockLoss === 'frozen' && stoppedAt !== undefined) ahead = stoppedAt - at;
    },
    off(at) {
      stoppedAt = at + ahead;
    },
    at: (at) => at + ahead,
  };
}
