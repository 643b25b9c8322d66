import { comingUp } from '../timetable/coming-up.ts';
import type { Hero, PeriodAt, Wall } from '../timetable/wall.ts';
import { minutesIn } from './count.ts';
import { entriesOf } from './entries-of.ts';
import type { IconName } from './icon.tsx';
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
  const [next] = hero.next;
  switch (hero.kind) {
    case 'in':
      return inFace(voice, wall, hero, soon);
    case 'gap':
      return gapFace(voice, wall, hero, soon);
    case 'before':
      return {
        tile: { icon: 'sun' },
        look: 'now',
        names: [wall.civil.second < NOON_SECONDS ? words.morning : words.afternoon],
        line: hero.usual ? words.usualTimes : '',
        ...upTo(soon),
        ...nextOf(voice, soon),
      };
    case 'after':
      return calm('flag', words.over, whenNext(voice, wall, hero, words.seeYou));
    case 'closed': {
      const usual = isWeekend(voice.snapshot, wall.civil.weekday) ? words.weekend : words.closed;
      return calm('moon', voice.say(hero.label) || usual, whenNext(voice, wall, hero, words.back));
    }
    case 'unknown':
      return calm('question', words.unknown);
    case 'beforeCoverage':
      return calm(
        'calendar',
        words.begins(dateText(voice, next ? next.day : voice.snapshot.coverage.from)),
        next && capitalised(words.startsAt(bellTime(voice, next.start))),
      );
    case 'afterCoverage':
      return calm('calendar', words.closed);
  }
}

/** The face of a screen that does not know what time it is. */
export function unsetFace({ words, say }: Voice, { heroes }: Wall): Face {
  return calm('clock', words.bells, say(heroes[0]?.schedule?.name));
}

function calm(icon: IconName, name: string, line = ''): Face {
  return { tile: { icon }, look: 'calm', names: [name], line };
}

function inFace(voice: Voice, wall: Wall, hero: Hero, soon: PeriodAt | undefined): Face {
  const { words, snapshot } = voice;
  const main = mainPeriod(hero);
  if (main === undefined || main.kind === 'passing') return gapFace(voice, wall, hero, soon);
  const { start, end } = main;
  const isExam = main.kind === 'exam';
  const subject = isExam ? examSubject(voice, wall) : '';
  const line = [bellRange(voice, start, end)];
  for (const one of hero.current) {
    if (one !== main) line.push(words.until(periodName(voice, one), bellTime(voice, one.end)));
  }
  if (hero.usual) line.push(words.usualTimes);
  return {
    tile: periodLabel(voice, main),
    look: hero.usual ? 'calm' : 'now',
    names: subject ? [words.examIn(subject)] : periodNames(voice, main),
    line: line.join(' · '),
    ...((!isExam || snapshot.school.examCountdown) && {
      count: { until: end, to: 'left', most: minutesIn(end - start) },
    }),
    next: { label: words.nextAt(bellTime(voice, end)), names: [words.dayEnds] },
    ...nextOf(voice, soon),
  };
}

/** The period that a hero names of those running: the one that began last, and ends first. */
function mainPeriod({ current }: Hero): PeriodAt | undefined {
  return current.reduce<PeriodAt | undefined>(
    (best, one) => (best && best.start === one.start ? best : one),
    undefined,
  );
}

function gapFace(voice: Voice, wall: Wall, hero: Hero, soon: PeriodAt | undefined): Face {
  const { words } = voice;
  if (soon === undefined) return calm('flag', words.dayEnds);
  const [running] = hero.current;
  const ends = hero.today.map(({ end }) => (end <= wall.instant ? end : -Infinity));
  const began = running ? running.start : Math.max(...ends);
  const face = { line: bellRange(voice, soon.start, soon.end), ...upTo(soon) };
  if (soon.start - began > PASSING_MS) {
    return { ...calm('clock', words.between), ...face, ...nextOf(voice, soon) };
  }
  return {
    ...face,
    tile: periodLabel(voice, soon),
    look: 'moving',
    names: periodNames(voice, soon).map((name) => words.moveTo(isolated(name))),
  };
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

/** The subject that every class on the wall is examined in now, if it is one. */
function examSubject({ snapshot, say }: Voice, { board }: Wall): string {
  if (board.kind !== 'now') return '';
  const entries = entriesOf(board.rows);
  const subjects = new Set(entries.map(({ exam, subject = -1 }) => (exam ? subject : -1)));
  const [only = -1] = subjects.size === 1 ? Array.from(subjects) : [];
  return say(snapshot.subjects[only]?.name);
}
