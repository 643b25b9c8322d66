import {
  boolean,
  list,
  matching,
  number,
  object,
  oneOf,
  optional,
  parseAs,
  string,
  where,
  type Guarded,
} from './guard.ts';
import { parseJson } from './parse.ts';

/** `<epoch>.<n>`: grows with every change of a school's pointer, a rollback included. */
const generation = matching(/^\d{1,16}\.\d{1,12}$/, 'a generation');

export const DENSITIES = ['auto', 'far', 'normal', 'compact'] as const;
export const CHIMES = ['none', 'bells'] as const;

/** In percent: less than any TV crops by, and more than is left for a wall. */
export const LEAST_SAFE_AREA = 3.5;
export const MOST_SAFE_AREA = 7;

/** What one screen shows, as set by the school. */
export const ScreenSettings = object({
  id: string,
  /** Id of its school. */
  school: string,
  /** Such as "Grade 8 corridor". */
  name: string,
  /** Where in the polling period it asks, in [0, 1). */
  phase: where(number, 'in [0, 1)', (phase) => phase >= 0 && phase < 1),
  /** Ids of the classes shown; absent: those of `wing`, or all. */
  classes: optional(list(string)),
  wing: optional(string),
  density: optional(oneOf(...DENSITIES)),
  /** Percent of the width, and of the height, that text keeps clear of each edge; absent: 5. */
  safeArea: optional(
    where(
      number,
      `from ${LEAST_SAFE_AREA} to ${MOST_SAFE_AREA}`,
      (percent) => percent >= LEAST_SAFE_AREA && percent <= MOST_SAFE_AREA,
    ),
  ),
  theme: optional(oneOf('auto', 'light', 'dark')),
  /** One of the school's languages; absent: its first. */
  language: optional(string),
  /** A soft tone at the bells of lessons; absent: none. */
  chime: optional(oneOf(...CHIMES)),
});
export type ScreenSettings = Guarded<typeof ScreenSettings>;

/** `screen/1`: the tiny document that a screen polls; it names the snapshot to show. */
export const ScreenDocument = object({
  format: oneOf('screen/1'),
  screen: ScreenSettings,
  /** Absent until the school publishes for the first time. */
  snapshot: optional(
    object({
      revision: matching(/^[\w-]{22}$/, 'a revision'),
      generation,
      /** Instant. */
      publishedAt: number,
      /** The server lost the newest snapshot and serves the last good one meanwhile. */
      isStale: optional(boolean),
      /** Civil date on which that one was published. */
      staleDate: optional(string),
    }),
  ),
  /** Seconds over which screens spread the fetch of a changed snapshot. */
  spread: optional(where(number, 'from 0 to 3600', (spread) => spread >= 0 && spread <= 3600)),
  /** The build of the app that the endpoint serves. */
  build: optional(string),
});
export type ScreenDocument = Guarded<typeof ScreenDocument>;
export type Pointer = NonNullable<ScreenDocument['snapshot']>;

/** The screen document in the text of a response or a stored copy. Throws a `ParseError`. */
export function parseScreenDocument(text: string): ScreenDocument {
  return parseAs(ScreenDocument, parseJson(text, 'screen document'), 'screen document');
}
