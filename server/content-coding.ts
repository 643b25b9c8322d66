/** Smallest body first. */
export const CODINGS = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof CODINGS)[number];

/** Below every weight that a client can write: identity is acceptable unasked, and never preferred. */
const UNASKED = 0.0005;

/** What was answered to fields before. Whoever sends a new one each time costs no more memory than this. */
const known = new Map<string, Coding | undefined>();
const MOST_KNOWN = 100;

/**
 * The coding to answer with, as `Accept-Encoding` asks (RFC 9110 §12.5.3): the highest weight wins,
 * and the smaller body breaks ties. `undefined` when the client refuses each of them.
 */
export function preferredCoding(acceptEncoding: string | undefined): Coding | undefined {
  // A client that says nothing may understand nothing.
  if (acceptEncoding === undefined) return 'identity';
  // Browsers of one kind all say the same.
  const before = known.get(acceptEncoding);
  if (before !== undefined || known.has(acceptEncoding)) return before;
  const coding = codingFor(acceptEncoding);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(acceptEncoding, coding);
  return coding;
}

function codingFor(acceptEncoding: string): Coding | undefined {
  const weights = weightsIn(acceptEncoding);
  let best: Coding | undefined;
  let bestWeight = 0;
  for (const coding of CODINGS) {
    const unlisted = weights.get('*') ?? (coding === 'identity' ? UNASKED : 0);
    const weight = weights.get(coding) ?? unlisted;
    if (weight > bestWeight) {
      best = coding;
      bestWeight = weight;
    }
  }
  return best;
}

function weightsIn(acceptEncoding: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    if (name !== '') weights.set(name === 'x-gzip' ? 'gzip' : name, weightOf(weight));
  }
  return weights;
}

function weightOf(parameter: string | undefined): number {
  if (parameter === undefined) return 1;
  const weight = Number(parameter.slice('q='.length));
  // A weight that cannot be read refuses the coding: a larger body is better than an unreadable one.
  return weight >= 0 && weight <= 1 ? weight : 0;
}
