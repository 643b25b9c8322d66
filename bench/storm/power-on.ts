import type { Size } from './size.ts';
import { at, tapeOf } from './tape-of.ts';
import type { Tape } from './tape.ts';

const MINUTE = 60_000;

export const POWER_ON_AT = at(6, 20);

/** Power comes back in the morning, within a minute. */
export function powerOn(name: string, size: Size, isInstalled: boolean, until: number): Tape {
  return tapeOf(name, size, {
    measured: { from: POWER_ON_AT, to: until },
    moment: POWER_ON_AT,
    steady: [{ from: at(6, 31), to: until }],
    isInstalled,
    powerOf: (random) => [{ from: POWER_ON_AT + random() * MINUTE, to: Infinity }],
  });
}

/** The cold boot that was measured, for as long as it was: 600 screens of 200 schools that keep nothing. */
export function coldBoot(seed: number): Tape {
  const size = { seed, screens: 600, perSchool: 3 };
  return powerOn('cold-boot', size, false, POWER_ON_AT + 7 * MINUTE);
}
