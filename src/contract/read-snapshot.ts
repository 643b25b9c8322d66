import { object, oneOf, parseAs, string, type Guard } from './guard.ts';
import { parseJson } from './parse.ts';
import { PollingPeriods } from './polling-periods.ts';
import type { Snapshot } from './snapshot.ts';

/** What a screen needs to go on asking for the next snapshot, whatever the rest of this one is like. */
const Essentials = object({
  format: oneOf('snapshot/1'),
  school: object({ id: string }),
  polling: PollingPeriods,
});

const Trusted: Guard<Snapshot> = (value, reading): value is Snapshot => Essentials(value, reading);

/**
 * The snapshot in a text that has the hash which the endpoint named. Throws a `ParseError`.
 *
 * The endpoint has put this very text through `parseSnapshot`, and names no other; a TV does not
 * carry that parser.
 */
export function readSnapshot(text: string): Snapshot {
  return parseAs(Trusted, parseJson(text, 'snapshot'), 'snapshot');
}
