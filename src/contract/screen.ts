import * as v from 'valibot';

import { parseJson, parseWith } from './parse.ts';

/** `<epoch>.<n>`: grows with every change of a school's pointer, a rollback included. */
const generation = v.pipe(v.string(), v.regex(/^\d{1,16}\.\d{1,12}$/));

export const DENSITIES = ['auto', 'far', 'normal', 'compact'] as const;

/** What one screen shows, as set by the school. */
export const ScreenSettings = v.object({
  id: v.string(),
  /** Id of its school. */
  school: v.string(),
  /** Such as "Grade 8 corridor". */
  name: v.string(),
  /** Where in the polling period it asks, in [0, 1). */
  phase: v.pipe(v.number(), v.minValue(0), v.ltValue(1)),
  /** Ids of the classes shown; absent: those of `wing`, or all. */
  classes: v.optional(v.array(v.string())),
  wing: v.optional(v.string()),
  density: v.optional(v.picklist(DENSITIES)),
  theme: v.optional(v.picklist(['auto', 'light', 'dark'])),
  /** One of the school's languages; absent: its first. */
  language: v.optional(v.string()),
});
export type ScreenSettings = Readonly<v.InferOutput<typeof ScreenSettings>>;

/** `screen/1`: the tiny document that a screen polls; it names the snapshot to show. */
export const ScreenDocument = v.object({
  format: v.literal('screen/1'),
  screen: ScreenSettings,
  /** Absent until the school publishes for the first time. */
  snapshot: v.optional(
    v.object({
      revision: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
      generation,
      /** Instant. */
      publishedAt: v.number(),
      /** The server lost the newest snapshot and serves the last good one meanwhile. */
      isStale: v.optional(v.boolean()),
      /** Civil date on which that one was published. */
      staleDate: v.optional(v.string()),
    }),
  ),
  /** Seconds over which screens spread the fetch of a changed snapshot. */
  spread: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(3600))),
  /** The build of the app that the endpoint serves. */
  build: v.optional(v.string()),
});
export type ScreenDocument = v.InferOutput<typeof ScreenDocument>;
export type Pointer = NonNullable<ScreenDocument['snapshot']>;

/** The screen document in the text of a response or a stored copy. Throws a `ParseError`. */
export function parseScreenDocument(text: string): ScreenDocument {
  return parseWith(ScreenDocument, parseJson(text, 'screen document'), 'screen document');
}

/** Negative, zero or positive as `a` is older than, the same as or newer than `b`. */
export function compareGenerations(a: string, b: string): number {
  const [epochA = 0, countA = 0] = a.split('.').map(Number);
  const [epochB = 0, countB = 0] = b.split('.').map(Number);
  return epochA - epochB || countA - countB;
}
