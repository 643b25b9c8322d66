import { generatorOf } from './generator-of.ts';
import type { ClockLoss, Span, TapeScreen } from './tape.ts';

export type ScreenPlan = {
  readonly seed: number;
  readonly screens: number;
  readonly perSchool: number;
  readonly powerOf: (random: () => number, number: number) => readonly Span[];
  /** How far a screen's clock may be off after it has asked: ways there and back that differ by twice as much. */
  readonly clockErrorMs?: number;
  readonly clockLossOf?: (number: number) => ClockLoss;
};

/** A school's network to a server in the same country. */
const LEAST_WAY_MS = 10;
const WAY_SPREAD_MS = 20;
/** TVs are set by hand or by their maker: half a minute off, before they have asked. */
const DEVICE_ERROR_MS = 60_000;

/** The screens of a tape, each with fates of its own. */
export function makeScreens(plan: ScreenPlan): readonly TapeScreen[] {
  const { seed, screens, perSchool, powerOf, clockErrorMs = 0, clockLossOf } = plan;
  return Array.from({ length: screens }, (_, number) => {
    const name = `screen ${number}`;
    const random = generatorOf(seed, name);
    const wayMs = LEAST_WAY_MS + WAY_SPREAD_MS * random();
    const error = clockErrorMs * (2 * random() - 1);
    return {
      name,
      school: Math.floor(number / perSchool),
      upMs: wayMs + 2 * Math.max(0, -error),
      downMs: wayMs + 2 * Math.max(0, error),
      clockAheadMs: DEVICE_ERROR_MS * (random() - 0.5),
      clockLoss: clockLossOf?.(number) ?? 'keeps',
      power: powerOf(random, number),
    };
  });
}
