import type { Span } from './tape.ts';

/** How many screens were in each state over time: a mean for each of the equal steps of a span. */
export type Series<Name extends string> = {
  readonly stepMs: number;
  readonly of: Readonly<Record<Name, readonly number[]>>;
};

export type ShareSeries<Name extends string> = {
  /** One screen was in this state in `[from, to)`. */
  readonly add: (name: Name, from: number, to: number) => void;
  /** ms spent in each state. */
  readonly totals: () => Readonly<Record<Name, number>>;
  readonly read: () => Series<Name>;
};

const STEPS = 240;

/** An empty series over a span. */
export function shareSeries<Name extends string>(
  span: Span,
  names: readonly Name[],
): ShareSeries<Name> {
  const stepMs = (span.to - span.from) / STEPS;
  // Time spent in each step: whole steps as the difference to the step before, parts as they are.
  const whole = record(names, () => new Float64Array(STEPS + 1));
  const parts = record(names, () => new Float64Array(STEPS + 1));
  const spent = record(names, () => [0]);

  return {
    add(name, from, to) {
      if (to <= from) return;
      const total = spent[name];
      total[0] = (total[0] ?? 0) + to - from;
      const [a, b] = [(from - span.from) / stepMs, (to - span.from) / stepMs];
      const [first, last] = [Math.floor(a), Math.floor(b)];
      const part = parts[name];
      if (first === last) {
        increase(part, first, b - a);
        return;
      }
      increase(part, first, first + 1 - a);
      increase(part, last, b - last);
      increase(whole[name], first + 1, 1);
      increase(whole[name], last, -1);
    },
    totals: () => record(names, (name) => spent[name][0] ?? 0),
    read: () => ({ stepMs, of: record(names, (name) => summed(whole[name], parts[name])) }),
  };
}

function increase(values: Float64Array, at: number, by: number) {
  values[at] = (values[at] ?? 0) + by;
}

function summed(whole: Float64Array, parts: Float64Array): readonly number[] {
  let open = 0;
  return Array.from({ length: STEPS }, (_, at) => {
    open += whole[at] ?? 0;
    return open + (parts[at] ?? 0);
  });
}

function record<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value> {
  const made: Partial<Record<Name, Value>> = {};
  for (const name of names) made[name] = valueOf(name);
  if (isFull(made, names)) return made;
  throw new RangeError('A name is missing');
}

function isFull<Name extends string, Value>(
  made: Partial<Record<Name, Value>>,
  names: readonly Name[],
): made is Record<Name, Value> {
  return names.every((name) => name in made);
}
