import { OLD } from './old/old.ts';
import { coldBoot } from './power-on.ts';
import { runStorm, type Outcome } from './run-storm.ts';

/** A figure of the cold boot as it was measured, and as the model of the old service gives it. */
export type Check = {
  readonly name: string;
  readonly measured: number;
  readonly simulated: number;
  readonly isWithin: boolean;
};

const TOLERANCE = 0.3;
const SECOND = 1_000;
const FIRST_SECONDS = 20;
/** original.md §7.2, "Cold boot". */
const MEASURED = { served: 34, resumed: 181, requests: 11_799, timeouts: 7_507, builds: 200 };

/**
 * Whether the model of the old service reproduces the cold boot that was measured on the service
 * itself: a simulation that does not has nothing to say about anything else.
 */
export async function validate(seed: number): Promise<readonly Check[]> {
  return checksOf(await runStorm(coldBoot(seed), OLD));
}

function checksOf({ tape, metered, judged }: Outcome): readonly Check[] {
  const seconds = judged.firstSeenAt.map((at) => (at - tape.moment) / SECOND);
  return [
    check(
      'screens served in the first 20 s',
      MEASURED.served,
      seconds.filter((at) => at <= FIRST_SECONDS).length,
    ),
    check(
      'then nobody until, s',
      MEASURED.resumed,
      seconds.find((at) => at > FIRST_SECONDS) ?? Infinity,
    ),
    check('requests', MEASURED.requests, metered.requests),
    check('timeouts', MEASURED.timeouts, metered.timeouts),
    check('snapshots built', MEASURED.builds, metered.buildsOnRead),
  ];
}

function check(name: string, measured: number, simulated: number): Check {
  const isWithin = Math.abs(simulated - measured) <= TOLERANCE * measured;
  return { name, measured, simulated, isWithin };
}
