import { comingUp } from '../timetable/coming-up.ts';
import type { Hero, PeriodAt, Wall } from '../timetable/wall.ts';
import { minutesIn } from './count.ts';
import { entriesOf } from './entries-of.ts';
import type { IconName } from './icon.tsx';
import { labelsOf } from './labels-of.ts';
import { periodLabel, periodName, periodNames, type Label } from './period-label.ts';
import { bellClock, bellRange, bellTime, isolated, type Voice } from './voice.ts';

/** What is counted down. */
export type Count = {
  readonly until: number;
  readonly to: 'left' | 'toStart';
  /** Minutes from which on it is shown; its place is wide enough for them from the beginning. */
  readonly most: number;
};

/** What a hero column says, but for the number that is counted down. */
export type Face = {
  readonly tile: Label;
  /** `now` is amber; `moving` has an amber outline; `calm` is for all that needs no hurry. */
  readonly look: 'now' | 'moving' | 'calm';
  /** The heading, longest first. */
  readonly names: readonly string[];
  /** What stands beneath it, longest first. */
  readonly lines: readonly string[];
  readonly count?: Count;
  readonly next?: {
    /** Longest first. */
    readonly labels: readonly string[];
    readonly names: readonly string[];
  };
};

const PASSING_MS = 10 * 60_000;
const LONGEST_WAIT_MINUTES = 99;
const NOON_SECONDS = 43_200;

/** What to say of a track at school at `wall.instant`; it holds for the rest of the minute. */
export function heroFace(voice: Voice, wall: Wall, hero: Hero): Face {
  const { words } = voice;
  const { kind, usual } = hero;
  const soon = comingUp(hero);
  // Above several columns it would stand several times: there, it is the board's.
  const label = wall.heroes.length > 1 ? '' : labelsOf(voice, [hero]);
  const linesOf = (...parts: readonly string[]) => {
    const line = parts.concat(usual ? words.usualTimes : [], label || []).join(' · ');
    return label ? [line, label] : [line];
  };
  if (kind === 'in') return inFace(voice, wall, hero, soon, linesOf);
  if (kind === 'gap') return gapFace(voice, wall, hero, soon, linesOf);
  return {
    tile: { icon: 'sun' },
    look: 'now',
    names: [wall.civil.second < NOON_SECONDS ? words.morning : words.afternoon],
    lines: linesOf(),
    ...upTo(soon),
    ...nextOf(voice, soon),
  };
}

/** A face for what needs no hurry. */
export function calm(icon: IconName, name: string, line = ''): Face {
  return { tile: { icon }, look: 'calm', names: [name], lines: [line] };
}

type LinesOf = (...parts: readonly string[]) => readonly string[];

function inFace(
  voice: Voice,
  wall: Wall,
  hero: Hero,
  soon: PeriodAt | undefined,
  linesOf: LinesOf,
): Face {
  const { words, snapshot } = voice;
  const main = mainPeriod(hero);
  if (main === undefined || main.kind === 'passing') {
    return gapFace(voice, wall, hero, soon, linesOf);
  }
  const { start, end } = main;
  const isExam = main.kind === 'exam';
  const subject = isExam ? examSubject(voice, wall) : '';
  const others = hero.current.filter((one) => one !== main);
  return {
    tile: periodLabel(voice, main),
    look: hero.usual ? 'calm' : 'now',
    names: subject ? [words.examIn(subject)] : periodNames(voice, main),
    lines: linesOf(
      bellRange(voice, start, end),
      ...others.map((one) => words.until(periodName(voice, one), bellTime(voice, one.end))),
    ),
    ...((!isExam || snapshot.school.examCountdown) && {
      count: { until: end, to: 'left', most: minutesIn(end - start) },
    }),
    next: { labels: nextLabels(voice, end), names: [words.dayEnds] },
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

function gapFace(
  voice: Voice,
  wall: Wall,
  hero: Hero,
  soon: PeriodAt | undefined,
  linesOf: LinesOf,
): Face {
  const { words } = voice;
  if (soon === undefined) return calm('flag', words.dayEnds);
  const [running] = hero.current;
  const ends = hero.today.map(({ end }) => (end <= wall.instant ? end : -Infinity));
  const began = running ? running.start : Math.max(...ends);
  const face = { lines: linesOf(bellRange(voice, soon.start, soon.end)), ...upTo(soon) };
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
  return { next: { labels: nextLabels(voice, soon.start), names: periodNames(voice, soon) } };
}

function nextLabels(voice: Voice, instant: number): readonly string[] {
  return [bellTime(voice, instant), bellClock(voice, instant)].map(voice.words.nextAt);
}

/** The subject that every class on the wall is examined in now, if it is one. */
function examSubject({ snapshot, say }: Voice, { board }: Wall): string {
  if (board.kind !== 'now') return '';
  const entries = entriesOf(board.rows);
  const subjects = new Set(entries.map(({ exam, subject = -1 }) => (exam ? subject : -1)));
  const [only = -1] = subjects.size === 1 ? Array.from(subjects) : [];
  const { [only]: subject } = snapshot.subjects;
  return subject ? say(subject.name) : '';
}
