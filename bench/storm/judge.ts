import { shareSeries, type Series } from './share-series.ts';
import type { Tape } from './tape.ts';
import type { WallTable } from './wall-table.ts';

/** What a screen shows. */
export type Shown =
  | { readonly kind: 'off' }
  /** Nothing of the timetable. */
  | { readonly kind: 'blank' }
  /** The day's bells, and that the clock is not set. */
  | { readonly kind: 'unsure' }
  /** A timetable that its school has never published. */
  | { readonly kind: 'foreign' }
  /** What its timetable says for the time that the screen believes it is: `ahead` ms after the true one. */
  | { readonly kind: 'live'; readonly edition: number; readonly ahead: number }
  /** What was right at `instant`, until it is told otherwise. */
  | { readonly kind: 'frozen'; readonly edition: number; readonly instant: number };

/**
 * `right`: what the newest published timetable says for the true instant. `stale`: what an older one
 * says for it. `wrong`: what neither says, such as yesterday's or another school's. `unsure`: bells only, and it says so.
 */
export const VERDICTS = ['right', 'stale', 'wrong', 'unsure', 'blank'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Judge = {
  /** From now on the screens of the school should show this edition. */
  readonly published: (school: number, at: number, edition: number) => void;
  /** From `at` on this is what the screen shows; times of a screen must not go back. */
  readonly shows: (screen: number, at: number, shown: Shown) => void;
  /** Everything that was shown until `at`. */
  readonly read: (at: number) => Judged;
};

export type Judged = {
  /** When each screen that had nothing to show showed something for the first time, in order. */
  readonly firstSeenAt: readonly number[];
  /** Screen-minutes without anything on screens that have shown something before. */
  readonly blankAgain: number;
  readonly minutes: Readonly<Record<Verdict, number>>;
  readonly series: Series<Verdict>;
};

type Showing = { since: number; shown: Shown; hasShown: boolean };

const MINUTE = 60_000;
/** Walls are painted once a second: nobody sees that a clock is off by less. */
const UNSEEN_MS = 1_000;
const OFF: Shown = { kind: 'off' };

/** Holds what each screen shows against the truth, for as long as it shows it. */
export function judgeOf({ measured, screens }: Tape, walls: WallTable): Judge {
  const schoolOf = screens.map(({ school }) => school);
  const showing = screens.map((): Showing => ({ since: 0, shown: OFF, hasShown: false }));
  const truths = new Map<number, { readonly at: number; readonly edition: number }[]>();
  const series = shareSeries<Verdict>(measured, VERDICTS);
  const firstSeenAt: number[] = [];
  let blankAgain = 0;

  /** The edition that is true at `at`, and until when. */
  function truthAt(school: number, at: number) {
    let edition = 0;
    for (const next of truths.get(school) ?? []) {
      if (next.at > at) return { edition, until: next.at };
      edition = next.edition;
    }
    return { edition, until: Infinity };
  }

  function verdictOn(school: number, at: number, shown: Shown, edition: number): Verdict {
    switch (shown.kind) {
      case 'off':
      case 'blank':
        return 'blank';
      case 'unsure':
        return 'unsure';
      case 'foreign':
        return 'wrong';
      case 'live': {
        const ahead = Math.abs(shown.ahead) <= UNSEEN_MS ? 0 : shown.ahead;
        if (ahead === 0 && shown.edition === edition) return 'right';
        return compared(school, at, shown.edition, walls.at(school, shown.edition, at + ahead));
      }
      case 'frozen':
        return compared(school, at, shown.edition, walls.at(school, shown.edition, shown.instant));
    }

    function compared(school: number, at: number, held: number, seen: number): Verdict {
      if (seen === walls.at(school, edition, at)) return 'right';
      return seen === walls.at(school, held, at) ? 'stale' : 'wrong';
    }
  }

  /** What was shown in `[from, to)`, minute by minute, as walls change on whole ones. */
  function judge(school: number, shown: Shown, from: number, to: number) {
    let at = Math.max(from, measured.from);
    const end = Math.min(to, measured.to);
    while (at < end) {
      const { edition, until } = truthAt(school, at);
      const isRight =
        shown.kind === 'live' && shown.edition === edition && Math.abs(shown.ahead) <= UNSEEN_MS;
      const isSame = isRight || (shown.kind !== 'live' && shown.kind !== 'frozen');
      const change = isSame ? Infinity : nextChange(at, shown);
      const next = Math.min(end, until, change);
      series.add(verdictOn(school, at, shown, edition), at, next);
      at = next;
    }
  }

  function shows(screen: number, at: number, shown: Shown) {
    const before = showing[screen];
    const school = schoolOf[screen];
    if (!before || school === undefined) return;
    if (before.shown.kind !== 'off') judge(school, before.shown, before.since, at);
    const wasBlank = before.shown.kind === 'blank';
    if (wasBlank && before.hasShown) blankAgain += measuredIn(before.since, at);
    const isSomething = shown.kind !== 'off' && shown.kind !== 'blank';
    if (wasBlank && isSomething && !before.hasShown) firstSeenAt.push(at);
    before.hasShown ||= isSomething;
    before.since = at;
    before.shown = shown;
  }

  function measuredIn(from: number, to: number): number {
    return Math.max(0, Math.min(to, measured.to) - Math.max(from, measured.from));
  }

  return {
    published(school, at, edition) {
      const known = truths.get(school) ?? [];
      truths.set(school, known);
      known.push({ at, edition });
    },
    shows,
    read(at) {
      showing.forEach(({ shown }, screen) => shows(screen, at, shown));
      return {
        firstSeenAt: firstSeenAt.sort((a, b) => a - b),
        blankAgain: blankAgain / MINUTE,
        minutes: minutesOf(series.totals()),
        series: series.read(),
      };
    },
  };
}

/** The next instant at which the truth or a wall with another clock may change. */
function nextChange(at: number, shown: Shown): number {
  const truth = Math.floor(at / MINUTE) * MINUTE + MINUTE;
  if (shown.kind !== 'live') return truth;
  const { ahead } = shown;
  const seen = Math.floor((at + ahead) / MINUTE) * MINUTE + MINUTE - ahead;
  return Math.min(truth, seen > at ? seen : truth);
}

function minutesOf(totals: Readonly<Record<Verdict, number>>): Readonly<Record<Verdict, number>> {
  const { right, stale, wrong, unsure, blank } = totals;
  return {
    right: right / MINUTE,
    stale: stale / MINUTE,
    wrong: wrong / MINUTE,
    unsure: unsure / MINUTE,
    blank: blank / MINUTE,
  };
}
