const LISTED = /\s*(?:W\/)?"([^"]*)"\s*(?:,|$)/y;

/** `W/"…"`: proxies weaken the strong ones when they compress, so ours are weak from the start. */
export function entityTag(name: string): string {
  return `W/"${name}"`;
}

/**
 * Whether a field such as `If-None-Match` or `If-Match` names one of `names`, compared weakly (RFC 9110 §8.8.3.2) over
 * a list of entity tags or `*`. What cannot be read as a list matches nothing after the fault.
 */
export function matchesEntityTag(field: string | undefined, names: readonly string[]): boolean {
  if (field === undefined) return false;
  if (field.trim() === '*') return true;
  LISTED.lastIndex = 0;
  for (let found = LISTED.exec(field); found !== null; found = LISTED.exec(field)) {
    if (found[1] !== undefined && names.includes(found[1])) return true;
  }
  return false;
}
