import { isDeepStrictEqual } from 'node:util';

import { SCREEN_PATH, TIME_HEADER } from '../../../src/contract/endpoint.ts';
import { compareGenerations } from '../../../src/contract/generation.ts';
import { readSnapshot } from '../../../src/contract/read-snapshot.ts';
import { settingsOf } from '../../../src/page/page-state.ts';
import { slotAfter } from '../../../src/timetable/phase.ts';
import { wallAt } from '../../../src/timetable/wall-at.ts';
import type { WallTable } from '../wall-table.ts';
import type { Symptom } from './fault.ts';
import type { Ledger } from './ledger.ts';
import type { SchoolServer } from './school-server.ts';
import type { Seen } from './tv.ts';
import type { Asked, Passed } from './wire.ts';

/** What a screen did that nothing declared allows. */
export type Violation = {
  readonly screen: number;
  readonly at: number;
  readonly symptom: Symptom | 'not converged' | 'not stored' | 'silent';
  readonly expected: string;
  readonly shown: string;
};

export type Oracle = {
  /** A page of the screen has started. */
  readonly started: (screen: number) => void;
  readonly looked: (screen: number, seen: Seen) => void;
  readonly sent: (screen: number, asked: Asked, seen: Seen | undefined) => void;
  readonly passed: (screen: number, passed: Passed) => void;
  /** The page has been told of the last answer. */
  readonly heard: (screen: number) => void;
  /** Whether the screen shows exactly what it should; it says what else. */
  readonly verify: (screen: number, seen: Seen | undefined) => Violation | undefined;
  readonly violations: readonly Violation[];
  /** Seconds in which somebody looked at a screen. */
  readonly looks: () => number;
  /** Of those, in which each symptom was seen, declared or not. */
  readonly seconds: ReadonlyMap<Symptom, number>;
  /** Good answers of the screen since `from` until it was right for good. */
  readonly pollsUntilRight: (screen: number) => number;
  readonly pollsSince: (screen: number) => number;
  /** From now on everything is well again. */
  readonly healed: () => void;
};

export type OracleDeps = {
  readonly now: () => number;
  readonly server: Pick<SchoolServer, 'truthOf' | 'changedAt' | 'editionOf'>;
  readonly walls: WallTable;
  readonly ledger: Ledger;
  readonly schoolOf: (screen: number) => number;
};

/** What is less is put right slowly, so that nobody sees it (`src/timetable/clock-offset.ts`). */
const SEEN_MS = 2_000;
/** An edit is on the wall within one poll: a slot of a minute, and the time that its requests take. */
const ONE_POLL_MS = 75_000;
/** What was stored is on the wall within a second of the start; looks are a second apart. */
const BOOT_MS = 2_000;
/** With nothing stored the first request is up to three seconds after the start. */
const FIRST_BOOT_MS = 5_000;
const SLOT_MS = 60_000;
/** `src/sync/fetch-screen.ts`. */
const GIVEN_UP_MS = 10_000;
/** More of one kind say nothing new. */
const MOST_VIOLATIONS = 20;

type Watched = {
  startedAt: number;
  /** It has shown a timetable before. */
  isInstalled: boolean;
  /** The last that it has shown, in whichever of its pages. */
  generation?: string;
  slot?: number | undefined;
  /** When the request of a good answer was sent, of which the page has not been told yet. */
  unheard?: number | undefined;
  polls: number;
  pollsWhenWrong: number;
};

/** Holds what screens show, and when they ask, against the truth and what is declared. */
export function oracleOf({ now, server, walls, ledger, schoolOf }: OracleDeps): Oracle {
  const watched = new Map<number, Watched>();
  const violations: Violation[] = [];
  const seconds = new Map<Symptom, number>();
  let looks = 0;
  let isHealed = false;

  function watch(screen: number): Watched {
    const known = watched.get(screen) ?? {
      startedAt: 0,
      isInstalled: false,
      polls: 0,
      pollsWhenWrong: 0,
    };
    watched.set(screen, known);
    return known;
  }

  function complain(screen: number, symptom: Symptom, seen: Seen) {
    seconds.set(symptom, (seconds.get(symptom) ?? 0) + 1);
    const { startedAt } = watch(screen);
    if (ledger.allows(screen, symptom, startedAt) || violations.length >= MOST_VIOLATIONS) return;
    const isKnown = violations.some((one) => one.screen === screen && one.symptom === symptom);
    if (isKnown) return;
    violations.push({
      screen,
      at: now(),
      symptom,
      expected: expectation(screen),
      shown: words(seen),
    });
  }

  function symptomOf(screen: number, { state, clock }: Seen): Symptom | undefined {
    const { kept } = state;
    const school = schoolOf(screen);
    const revision = kept?.document.snapshot?.revision;
    if (!kept?.snapshot || revision === undefined || !settingsOf(state)) return 'blank';
    const held = server.editionOf(revision);
    // Before the clock: what a wrong clock excuses is no excuse for these, under whatever name.
    if (held?.school !== school || held.text !== kept.record.text) return 'foreign';
    if (!clock.isTrusted()) return 'unsure';
    if (Math.abs(clock.now() - now()) > SEEN_MS) return 'wrong';
    const truth = server.truthOf(school);
    const isSame = walls.at(school, held.edition, now()) === walls.at(school, truth, now());
    return isSame ? undefined : 'stale';
  }

  function isExcused(screen: number, symptom: Symptom): boolean {
    const { startedAt, isInstalled } = watch(screen);
    const bootMs = isInstalled ? BOOT_MS : FIRST_BOOT_MS;
    if (symptom === 'blank') return now() - startedAt <= bootMs;
    return symptom === 'stale' && now() - server.changedAt(schoolOf(screen)) <= ONE_POLL_MS;
  }

  function compareWithBefore(screen: number, seen: Seen) {
    const watching = watch(screen);
    const generation = seen.state.kept?.document.snapshot?.generation;
    // A page that starts shows none at first: what it showed before the start counts still.
    if (generation === undefined) return;
    const before = watching.generation ?? generation;
    watching.generation = generation;
    watching.isInstalled = true;
    if (compareGenerations(generation, before) < 0) complain(screen, 'regressed', seen);
  }

  function expectation(screen: number): string {
    return `edition ${server.truthOf(schoolOf(screen))} at ${timeOf(now())}`;
  }

  function words({ state, clock }: Seen): string {
    const pointer = state.kept?.document.snapshot;
    const held = server.editionOf(pointer?.revision ?? '')?.edition ?? 'unknown';
    const what = pointer ? `edition ${held} (${pointer.generation})` : 'no timetable';
    const trouble = state.report.lastError?.text;
    const asides = [
      `by a clock that is ${clock.isTrusted() ? 'trusted' : 'not trusted'}`,
      ...(state.credential ? [] : ['not paired']),
      ...(trouble === undefined ? [] : [`last trouble: ${trouble}`]),
    ];
    return `${what} at ${timeOf(clock.now())} (${asides.join(', ')})`;
  }

  return {
    violations,
    seconds,
    looks: () => looks,

    started(screen) {
      watch(screen).startedAt = now();
    },

    looked(screen, seen) {
      looks += 1;
      const watching = watch(screen);
      const symptom = symptomOf(screen, seen);
      compareWithBefore(screen, seen);
      if (symptom === undefined) return;
      watching.pollsWhenWrong = watching.polls + 1;
      if (!isExcused(screen, symptom)) complain(screen, symptom, seen);
    },

    sent(screen, { path }, seen) {
      if (path !== SCREEN_PATH || !seen) return;
      const watching = watch(screen);
      const { kept } = seen.state;
      const instant = seen.clock.now();
      const isSound = kept?.snapshot !== undefined && Math.abs(instant - now()) <= SEEN_MS;
      const slot = isSound ? slotAfter(instant, SLOT_MS, kept.document.screen.phase) : undefined;
      if (slot !== undefined && slot === watching.slot) complain(screen, 'twice', seen);
      watching.slot = slot;
    },

    passed(screen, { asked, reply, sentAt }) {
      if (asked.path !== SCREEN_PATH || reply.kind !== 'answer' || reply.isCut === true) return;
      const { status, headers } = reply;
      // After that nobody waits for it.
      if (now() - sentAt > GIVEN_UP_MS) return;
      const isFresh = Math.abs(Number(headers[TIME_HEADER]) - now()) < GIVEN_UP_MS;
      if ((status !== 200 && status !== 304) || !isFresh || headers['age'] !== undefined) return;
      const watching = watch(screen);
      watching.unheard = sentAt;
      if (isHealed) watching.polls += 1;
    },

    heard(screen) {
      const watching = watch(screen);
      if (watching.unheard !== undefined) ledger.polled(screen, watching.unheard);
      watching.unheard = undefined;
    },

    verify(screen, seen) {
      const about = { screen, at: now(), symptom: 'not converged' as const };
      const expected = expectation(screen);
      if (!seen) return { ...about, expected, shown: 'nothing: it is off' };
      const { kept } = seen.state;
      const held = server.editionOf(kept?.document.snapshot?.revision ?? '');
      const isRight = symptomOf(screen, seen) === undefined;
      const isNewest = held?.edition === server.truthOf(schoolOf(screen));
      if (!isRight || !isNewest || !kept?.snapshot) {
        return { ...about, expected, shown: words(seen) };
      }
      const instant = seen.clock.now();
      const settings = kept.document.screen;
      const wall = wallAt(kept.snapshot, settings, instant);
      const truth = wallAt(readSnapshot(held.text), settings, instant);
      if (isDeepStrictEqual(wall, truth)) return undefined;
      return { ...about, expected: JSON.stringify(truth), shown: JSON.stringify(wall) };
    },

    pollsUntilRight: (screen) => watch(screen).pollsWhenWrong,
    pollsSince: (screen) => watch(screen).polls,

    healed() {
      isHealed = true;
      for (const watching of watched.values()) {
        watching.polls = 0;
        watching.pollsWhenWrong = 0;
      }
    },
  };
}

/** Time of day at the school. */
export function timeOf(instant: number): string {
  const [date = '', time = ''] = new Date(instant + 3 * 3_600_000).toISOString().split('T');
  return `${date.slice(5)} ${time.slice(0, 12)}`;
}
