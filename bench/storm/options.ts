import { parseArgs } from 'node:util';

import { SCENARIOS, type Scenario } from './scenarios.ts';
import { POLICIES, type PolicyName } from './world.ts';

export type Options = {
  readonly seed: number;
  readonly scenarios: readonly Scenario[];
  readonly policies: readonly PolicyName[];
  /** Absent: as many as each scenario says. */
  readonly screens?: number | undefined;
  readonly isJson: boolean;
  readonly isThorough: boolean;
};

/** What is asked for on the command line. Throws an error that says what may be. */
export function optionsIn(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      scenario: { type: 'string', multiple: true },
      policy: { type: 'string', multiple: true },
      screens: { type: 'string' },
      json: { type: 'boolean', default: false },
      thorough: { type: 'boolean', default: false },
    },
  });
  const { scenario = [], policy = [], screens } = values;
  const scenarios = scenario.map((name) =>
    found(
      SCENARIOS.find((one) => one.name === name),
      name,
      SCENARIOS.map((one) => one.name),
    ),
  );
  const policies = policy.map((name) =>
    found(
      POLICIES.find((one) => one === name),
      name,
      POLICIES,
    ),
  );
  return {
    seed: wholeNumber(values.seed, '--seed'),
    scenarios: scenarios.length > 0 ? scenarios : SCENARIOS,
    policies: policies.length > 0 ? policies : POLICIES,
    screens: screens === undefined ? undefined : wholeNumber(screens, '--screens'),
    isJson: values.json,
    isThorough: values.thorough,
  };
}

function found<Value>(value: Value | undefined, name: string, names: readonly string[]): Value {
  if (value !== undefined) return value;
  throw new RangeError(`There is no ${name}: it is one of ${names.join(', ')}`);
}

function wholeNumber(text: string, name: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new RangeError(`${name} takes a whole number, not ${text}`);
}
