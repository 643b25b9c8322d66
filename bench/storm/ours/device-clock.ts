import type { TapeScreen } from '../tape.ts';

/** A device's own time of day, which may be wrong. */
export type DeviceClock = {
  /** Its time − true time, in ms, until it is switched off. */
  readonly on: (at: number) => number;
  readonly off: (at: number) => void;
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
      return ahead;
    },
    off(at) {
      stoppedAt = at + ahead;
    },
  };
}
