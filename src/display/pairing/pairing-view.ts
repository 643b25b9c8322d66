/** Why there is no code, or what comes instead of one. */
export type PairingSaid = 'asking' | 'noNetwork' | 'noServer' | 'busy' | 'denied' | 'clockWrong';

export type PairingView = {
  readonly code:
    | {
        /** Nine digits. */
        readonly userCode: string;
        /** How much of its time is left, from 0 to 1. */
        readonly part: number;
        /** The same as `9:12`. */
        readonly left: string;
      }
    | { readonly said: PairingSaid };
  /** Where this page came from, without a scheme. */
  readonly host: string;
  readonly network: 'asking' | 'works' | 'noNetwork' | 'noServer';
  /** Civil, and in the TV's zone: `2026-11-23 7:24`. */
  readonly clock: string;
  readonly isClockWrong: boolean;
  /** Size of the picture and version of the engine. */
  readonly device: string;
  /** There is a wall behind, to which Back leads. */
  readonly hasWall: boolean;
};
