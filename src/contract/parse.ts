/** One thing wrong with a document: where, what was found, and what to do about it. */
export type Problem = {
  /** Such as `bellSchedules.regular.periods[3].start`; empty for the document itself. */
  readonly path: string;
  /** Such as `is "7:00x", not a time such as 07:30`. */
  readonly message: string;
};

/** Thrown by every parser of the contract; nothing else is. */
export class ParseError extends Error {
  // Declared and set, as class fields cost old engines a helper that is larger than the parser.
  declare readonly problems: readonly Problem[];

  constructor(what: string, problems: readonly Problem[]) {
    const [first] = problems;
    super(`Cannot read ${what}: ${first ? problemText(first) : 'it is not valid'}`);
    this.name = 'ParseError';
    this.problems = problems;
  }
}

export function problemText({ path, message }: Problem): string {
  return path === '' ? message : `${path} ${message}`;
}

/** The JSON value in `text`. Throws a `ParseError`. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    throw new ParseError(what, [{ path: '', message: `it is not JSON (${reason})` }]);
  }
}

/** What is wrong at `path`, where `value` was found: it is missing, or what `message` says of it. */
export function problemAt(path: string, value: unknown, message: string): Problem {
  const cause = value === undefined ? '' : `, ${message}`;
  return { path, message: `is ${described(value)}${cause}` };
}

/** `path` followed by one more step: `a` and `b` give `a.b`, `a` and 3 give `a[3]`. */
export function pathTo(path: string, key: unknown): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? String(key) : `${path}.${String(key)}`;
}

const LONGEST_SHOWN = 60;
// Controls and marks of direction would rearrange the message that shows them.
const INVISIBLE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A value as a message shows it: short, and never the whole of somebody's document. */
export function described(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value).replace(INVISIBLE, escaped);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
