import { makeScreens, type ScreenPlan } from './make-screens.ts';
import type { Size } from './size.ts';
import { FIRST_DAY } from './storm-school.ts';
import type { Span, Tape } from './tape.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;

export const ALWAYS: Span = { from: 0, to: Infinity };

/** An instant of the first school day. */
export const at = (hours: number, minutes = 0) => FIRST_DAY + hours * HOUR + minutes * MINUTE;

/** What a scenario says of its tape; the rest is that nothing happens. */
export type Facts = Pick<Tape, 'measured' | 'moment' | 'steady'> &
  Partial<Pick<Tape, 'edits' | 'outages' | 'restarts' | 'isInstalled'>> &
  Partial<Pick<ScreenPlan, 'powerOf' | 'clockErrorMs' | 'clockLossOf'>>;

/** A tape of this size. */
export function tapeOf(scenario: string, { seed, screens, perSchool }: Size, facts: Facts): Tape {
  const { powerOf = () => [ALWAYS], clockErrorMs = 0, clockLossOf, ...rest } = facts;
  const plan = { seed, screens, perSchool, powerOf, clockErrorMs };
  return {
    scenario,
    seed,
    schools: Math.ceil(screens / perSchool),
    screens: makeScreens(clockLossOf ? { ...plan, clockLossOf } : plan),
    isInstalled: true,
    edits: [],
    outages: [],
    restarts: [],
    ...rest,
  };
}
