import { beginOf } from '../begin-of.ts';
import type { World } from '../world.ts';
import { isActiveAt, midnightBefore, turnAfter } from './bells.ts';
import type { Rules } from './rules.ts';

/** A built snapshot of a day, and for how long it may be given out. */
export type Made = {
  readonly revision: number;
  readonly edition: number;
  /** For which instant it was made. */
  readonly instant: number;
  readonly until: number;
};

/** What a server of the old kind keeps, and under which names it finds it again. */
export type SnapshotCache = {
  /** What a status compares. */
  readonly revisionOf: (school: number, at: number) => number;
  /** What is kept for this screen, or for its school, and may be given out at `at`. */
  readonly ofScreen: (screen: number, school: number, at: number) => Made | undefined;
  readonly ofSchool: (school: number, at: number) => Made | undefined;
  /** What was there before, if the rules serve that. */
  readonly staleOf: (school: number, at: number) => Made | undefined;
  readonly make: (school: number, at: number) => Made;
  readonly keepForScreen: (screen: number, made: Made, at: number) => void;
  readonly keepForSchool: (school: number, made: Made) => void;
};

/** TTL of a snapshot kept for one screen inside school hours, of one outside, and of a school's (original.md §7.3). */
const SCREEN_ON_MS = 20_000;
const SCREEN_OFF_MS = 86_400_000;
const SCHOOL_MS = 1_200_000;
/** Of what is built ahead or served as stale (server.md §0, finding 2). */
const WARMED_MS = 3_600_000;
/** At 23:50. */
const WARMED_BEFORE_MS = 10 * 60_000;
const DAY = 86_400_000;

/** An empty cache, which hears of the tape's edits. */
export function snapshotCache({ tape, queue, judge }: World, rules: Rules): SnapshotCache {
  const editions = new Map<number, number>();
  const screens = new Map<number, Made>();
  const schools = new Map<number, Made>();
  const schoolMs = rules.servesStale ? WARMED_MS : SCHOOL_MS;

  for (const { at, school, edition } of tape.edits) {
    queue.at(at, () => {
      editions.set(school, edition);
      judge.published(school, at, edition);
    });
  }
  if (rules.isWarmedBeforeMidnight) warmEachNight();

  function warmEachNight() {
    const first = midnightBefore(beginOf(tape)) - WARMED_BEFORE_MS;
    for (let at = first; at < tape.measured.to; at += DAY) {
      if (at >= beginOf(tape)) queue.at(at, () => warm(at));
    }
  }

  function warm(at: number) {
    for (let school = 0; school < tape.schools; school += 1) schools.set(school, make(school, at));
  }

  /** Raised by every edit, and with `isRaisedAtMidnight` by every day. */
  function revisionOf(school: number, at: number): number {
    const days = rules.isRaisedAtMidnight ? Math.floor((midnightBefore(at) + DAY / 2) / DAY) : 0;
    return days * 1000 + (editions.get(school) ?? 0);
  }

  function good(made: Made | undefined, school: number, at: number): Made | undefined {
    if (!made || at >= made.until || made.revision !== revisionOf(school, at)) return undefined;
    const isOfToday = midnightBefore(made.instant) === midnightBefore(at);
    return isOfToday || !rules.isDated ? made : undefined;
  }

  function make(school: number, at: number): Made {
    const revision = revisionOf(school, at);
    const edition = editions.get(school) ?? 0;
    return { revision, edition, instant: at, until: Math.min(at + schoolMs, turnAfter(at)) };
  }

  return {
    revisionOf,
    ofScreen: (screen, school, at) => good(screens.get(screen), school, at),
    ofSchool: (school, at) => good(schools.get(school), school, at),
    staleOf(school, at) {
      const made = schools.get(school);
      return rules.servesStale && made && at < made.instant + WARMED_MS ? made : undefined;
    },
    make,
    keepForScreen(screen, made, at) {
      const ttl = isActiveAt(at) ? SCREEN_ON_MS : SCREEN_OFF_MS;
      screens.set(screen, { ...made, until: Math.min(at + ttl, turnAfter(at)) });
    },
    keepForSchool: (school, made) => void schools.set(school, made),
  };
}
