import { editsOf } from './edits-of.ts';
import type { Size } from './size.ts';
import { FIRST_DAY } from './storm-school.ts';
import { ALWAYS, at, tapeOf } from './tape-of.ts';
import type { Tape } from './tape.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Two school days: most screens are switched off overnight, offices edit, the network fails once. */
export function twoDays(size: Size): Tape {
  const measured = { from: FIRST_DAY, to: FIRST_DAY + 2 * DAY };
  return tapeOf('two-days', size, {
    measured,
    moment: FIRST_DAY + DAY,
    // Of both days, and right after the restart and the outage.
    steady: [
      { from: at(7), to: at(9) },
      { from: at(10, 1), to: at(12) },
      { from: at(31), to: at(33) },
      { from: at(33, 20), to: at(35) },
    ],
    powerOf(random) {
      if (random() < 0.3) return [ALWAYS];
      return [0, 1].map((day) => {
        const on = FIRST_DAY + day * DAY + 6 * HOUR + random() * 30 * MINUTE;
        return { from: on, to: on + 8 * HOUR + random() * 3 * HOUR };
      });
    },
    edits: editsOf(size, 0.3, [
      { from: at(6, 30), to: at(11, 30) },
      { from: at(30, 30), to: at(35, 30) },
    ]),
    outages: [{ from: at(33), to: at(33, 20) }],
    restarts: [at(10)],
  });
}
