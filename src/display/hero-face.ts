import type { Hero, PeriodAt, Wall } from '../timetable/wall.ts';
import { minutesIn } from './count.ts';
import { isWeekend } from './is-weekend.ts';
import { periodLabel, periodName, periodNames, type Label } from './period-label.ts';
import {
  bellRange,
  bellTime,
  capitalised,
  dateText,
  isolated,
  weekdayText,
  type Voice,
} from './voice.ts';

/** What a hero column says, but for the number that is counted down. */
export type Face = {
  readonly tile: Label;
  /** `now` is amber; `moving` has an amber outline; `calm` is for all that needs no hurry. */
  readonly look: 'now' | 'moving' | 'calm';
  /** The heading, longest first. */
  readonly names: readonly string[];
  readonly line: string;
  readonly count?: {
    readonly until: number;
    readonly to: 'left' | 'toStart';
    /** Minutes from which on it is shown; its place is wide enough for them from the beginning. */
    readonly most: number;
  };
  readonly next?: { readonly label: string; readonly names: readonly string[] };
};

const PASSING_MS = 10 * 60_000;
const LONGEST_WAIT_MINUTES = 99;
const NOON_SECONDS = 43_200;
const DAYS_PER_WEEK = 7;

/** What to say of one hero of the wall at `wall.instant`; it holds for the rest of the minute. */
export function heroFace(voice: Voice, wall: Wall, hero: Hero): Face {
  const { words } = voice;
  const soon = comingUp(hero);
  switch (hero.kind) {
    case 'in':
      return inFace(voice, wall, hero, soon);
    case 'gap':
      return gapFace(voice, wall, hero, soon);
    case 'before': {
      const isMorning = wall.civil.second < NOON_SECONDS;
      return {
        tile: { icon: 'sun' },
        look: 'now',
        names: [isMorning ? words.morning : words.afternoon],
        line: hero.usual ? words.usualTimes : '',
        ...upTo(soon),
        ...nextOf(voice, soon),
      };
    }
    case 'after':
      return {
        tile: { icon: 'flag' },
        look: 'calm',
        names: [words.over],
        line: whenNext(voice, wall, hero, words.seeYou),
      };
    case 'closed': {
      const label = voice.say(hero.label);
      const usual = isWeekend(voice.snapshot, wall.civil.weekday) ? words.weekend : words.closed;
      return {
        tile: { icon: 'moon' },
        look: 'calm',
        names: [label || usual],
        line: whenNext(voice, wall, hero, words.back),
      };
    }
    case 'unknown':
      return {
        tile: { icon: 'question' },
        look: 'calm',
        names: [words.unknown],
        line: '',
      };
    case 'beforeCoverage':
      return {
        tile: { icon: 'calendar' },
        look: 'calm',
        names: [words.begins(dateText(voice, firstDay(voice, hero)))],
        line: hero.next[0] ? capitalised(words.startsAt(bellTime(voice, hero.next[0].start))) : '',
      };
    case 'afterCoverage':
      return {
        tile: { icon: 'calendar' },
        look: 'calm',
        names: [words.closed],
        line: '',
      };
  }
}

/** The period that a hero names of those running: the one that began last, and ends first. */
export function mainPeriod({ current }: Hero): PeriodAt | undefined {
  return current.reduce<PeriodAt | undefined>(
    (best, one) => (best && best.start === one.start ? best : one),
    undefined,
  );
}

function inFace(voice: Voice, wall: Wall, hero: Hero, soon: PeriodAt | undefined): Face {
  const { words, snapshot } = voice;
  const main = mainPeriod(hero);
  if (main === undefined || main.kind === 'passing') return gapFace(voice, wall, hero, soon);
  const others = hero.current
    .filter((one) => one !== main)
    .map((one) => words.until(periodName(voice, one), bellTime(voice, one.end)));
  const isCounted = main.kind !== 'exam' || snapshot.school.examCountdown;
  const subject = main.kind === 'exam' ? examSubject(voice, wall) : undefined;
  const line = [bellRange(voice, main.start, main.end), ...others];
  if (hero.usual) line.push(words.usualTimes);
  return {
    tile: periodLabel(voice, main),
    look: hero.usual ? 'calm' : 'now',
    names: subject === undefined ? periodNames(voice, main) : [words.examIn(subject)],
    line: line.join(' · '),
    ...(isCounted && {
      count: { until: main.end, to: 'left', most: minutesIn(main.end - main.start) },
    }),
    next:
      nextOf(voice, soon).next ??
      ({ label: words.nextAt(bellTime(voice, main.end)), names: [words.dayEnds] } as const),
  };
}

function gapFace(voice: Voice, wall: Wall, hero: Hero, soon: PeriodAt | undefined): Face {
  const { words } = voice;
  if (soon === undefined) {
    return { tile: { icon: 'flag' }, look: 'calm', names: [words.dayEnds], line: '' };
  }
  const ended = Math.max(...hero.today.map(({ end }) => (end <= wall.instant ? end : -Infinity)));
  const began = hero.current[0]?.start ?? ended;
  const isMoving = soon.start - began <= PASSING_MS;
  const label = periodLabel(voice, soon);
  const names = periodNames(voice, soon).map((name) => words.moveTo(isolated(name)));
  return {
    tile: isMoving ? label : { icon: 'clock' },
    look: isMoving ? 'moving' : 'calm',
    names: isMoving ? names : [words.between],
    line: bellRange(voice, soon.start, soon.end),
    ...upTo(soon),
    ...(isMoving ? {} : nextOf(voice, soon)),
  };
}

// Moving to the next room is nobody's next.
function comingUp({ next, today, current }: Hero): PeriodAt | undefined {
  const [first] = next;
  if (first === undefined) return undefined;
  const day = current[0]?.day ?? today[0]?.day;
  const later = today.filter(({ start }) => start > first.start);
  return next.concat(later).find((one) => one.kind !== 'passing' && one.day === day);
}

function upTo(soon: PeriodAt | undefined): Pick<Face, 'count'> {
  return soon ? { count: { until: soon.start, to: 'toStart', most: LONGEST_WAIT_MINUTES } } : {};
}

function nextOf(voice: Voice, soon: PeriodAt | undefined): Pick<Face, 'next'> {
  if (soon === undefined) return {};
  return {
    next: {
      label: voice.words.nextAt(bellTime(voice, soon.start)),
      names: periodNames(voice, soon),
    },
  };
}

function whenNext(
  voice: Voice,
  { civil }: Wall,
  { next }: Hero,
  say: (when: string, time: string) => string,
): string {
  const [first] = next;
  if (first === undefined) return '';
  const { words } = voice;
  const days = first.day - civil.day;
  const day = days < DAYS_PER_WEEK ? weekdayText(voice, first.day) : dateText(voice, first.day);
  return say(days === 1 ? words.tomorrow : words.onDay(day), bellTime(voice, first.start));
}

function firstDay({ snapshot }: Voice, { next }: Hero): number {
  return next[0]?.day ?? snapshot.coverage.from;
}

/** The subject that every class on the wall is examined in now, if it is one. */
function examSubject(voice: Voice, { board }: Wall): string | undefined {
  if (board.kind !== 'now') return undefined;
  let found: number | undefined;
  for (const { cells } of board.rows) {
    for (const { entries } of cells) {
      for (const { exam, subject } of entries) {
        if (!exam || subject === undefined) return undefined;
        if (found !== undefined && found !== subject) return undefined;
        found = subject;
      }
    }
  }
  const name = found === undefined ? undefined : voice.snapshot.subjects[found]?.name;
  return name && voice.say(name);
}
