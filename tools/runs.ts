import { env } from 'node:process';

/** Of `npm test`: the same commit gives the same result. `npm run properties` draws its own. */
const SEED = 20_260_815;

/**
 * How a property is run: `times` examples of the seed in `PROPERTY_SEED`. `PROPERTY_TIMES` makes all
 * of them that many times longer.
 */
export function runs(times = 100): { readonly numRuns: number; readonly seed: number } {
  return {
    numRuns: times * Number(env['PROPERTY_TIMES'] ?? 1),
    seed: Number(env['PROPERTY_SEED'] ?? SEED),
  };
}
