import { parseArgs } from 'node:util';

import { caseNamed, onlyFaults, pairs, randomCase, singles } from './cases.ts';
import type { FleetCase } from './fleet-case.ts';

export type SwarmOptions = {
  readonly seed: number;
  readonly cases: readonly FleetCase[];
  /** One case is replayed, and told of in full. */
  readonly isReplay: boolean;
  readonly isJson: boolean;
};

const CASES = 300;

/** What is asked for on the command line. Throws an error that says what may be. */
export function swarmOptionsIn(args: readonly string[]): SwarmOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      case: { type: 'string' },
      only: { type: 'string' },
      cases: { type: 'string' },
      pairs: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const seed = wholeNumber(values.seed, '--seed');
  const { json: isJson } = values;
  if (values.case !== undefined) {
    const whole = caseNamed(seed, values.case);
    const indices = values.only?.split(',').map((index) => wholeNumber(index, '--only'));
    return { seed, cases: [indices ? onlyFaults(whole, indices) : whole], isReplay: true, isJson };
  }
  // Either of the two asks for no more than itself.
  const isPlain = !values.pairs && values.cases === undefined;
  const count = isPlain ? CASES : wholeNumber(values.cases ?? '0', '--cases');
  const random = Array.from({ length: count }, (_, number) => randomCase(seed, number));
  const listed = isPlain || values.pairs ? [...singles(seed), ...pairs(seed)] : [];
  return { seed, cases: [...listed, ...random], isReplay: false, isJson };
}

function wholeNumber(text: string, name: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new RangeError(`${name} takes a whole number, not ${text}`);
}
