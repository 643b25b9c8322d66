/*
 * What the checks use and engines before Chromium 73 lack. It is lent to them alone: the wall that
 * they look at has to do without.
 */

type Loan = { readonly to: object; readonly name: string; readonly value: unknown };

const LOANS: readonly Loan[] = [
  {
    to: Array.prototype,
    name: 'flatMap',
    value(this: readonly unknown[], map: (item: unknown, at: number, all: unknown) => unknown) {
      const mapped: unknown[] = [];
      return mapped.concat(...this.map(map));
    },
  },
  {
    to: String.prototype,
    name: 'matchAll',
    value(this: string, pattern: RegExp) {
      const matches: RegExpExecArray[] = [];
      const own = new RegExp(pattern.source, pattern.flags);
      for (let match = own.exec(this); match !== null; match = own.exec(this)) {
        matches.push(match);
        // Nothing was matched: it would be matched here for ever.
        if (match[0] === '') own.lastIndex++;
      }
      return matches;
    },
  },
];

const lacking = LOANS.filter(({ to, name }) => !(name in to));

/** Does work of the checks, which may use what this engine lacks. */
export function withNewer<Result>(work: () => Result): Result {
  lend();
  try {
    return work();
  } finally {
    takeBack();
  }
}

/** Does work of the wall in the midst of theirs, with what the engine has. */
export function withoutNewer(work: () => void): void {
  takeBack();
  try {
    work();
  } finally {
    lend();
  }
}

function lend(): void {
  for (const { to, name, value } of lacking) {
    Object.defineProperty(to, name, { value, configurable: true });
  }
}

function takeBack(): void {
  for (const { to, name } of lacking) Reflect.deleteProperty(to, name);
}
