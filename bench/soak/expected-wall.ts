import type { ScreenSettings } from '../../src/contract/screen.ts';
import type { Snapshot } from '../../src/contract/snapshot.ts';
import { isOn } from '../../src/display/board-plan.ts';
import { heroFace } from '../../src/display/hero-face.ts';
import { isNight } from '../../src/display/is-night.ts';
import { restingFace } from '../../src/display/resting-face.ts';
import { rowText } from '../../src/display/row-text.ts';
import { createVoice, timeText } from '../../src/display/voice.ts';
import { words } from '../../src/display/words/en.ts';
import { wallAt } from '../../src/timetable/wall-at.ts';

/** What somebody can read off a wall. */
export type Read = {
  readonly clock: string;
  readonly heading: string;
  /** What the first class of the board has; absent where no lessons stand. */
  readonly lesson: string | undefined;
};

/** The same as it should be, in each of the forms that a wall may choose from. */
export type Expected = {
  readonly clock: string;
  readonly headings: readonly string[];
  readonly lessons: readonly string[] | undefined;
};

/** Marks that take no room and say nothing. */
const MARKS = /[\u200e\u2066-\u2069]/g;

/** What a wall in English must say at `instant` of a published snapshot. */
export function expectedWall(
  snapshot: Snapshot,
  screen: ScreenSettings,
  instant: number,
): Expected {
  const wall = wallAt(snapshot, screen, instant);
  const voice = createVoice(snapshot, 'en', words, () => 0);
  const clock = bare(timeText(voice, wall.civil.second));
  // At night there is one thing to read.
  if (isNight(wall)) return { clock, headings: [clock], lessons: undefined };
  const [hero] = wall.heroes;
  if (!hero) throw new Error('The school has no track');
  const face = isOn(hero) ? heroFace(voice, wall, hero) : restingFace(voice, wall, hero, true);
  const { board } = wall;
  const row = board.kind === 'now' || board.kind === 'next' ? board.rows[0] : undefined;
  const cell = row?.cells[0];
  return {
    clock,
    headings: face.names.map(bare),
    lessons: row && cell && rowText(voice, wall, row, cell).subjects.map(bare),
  };
}

/** How a wall differs from what it should say; empty if it does not. */
export function differences(read: Read, { clock, headings, lessons }: Expected): string {
  const found = [
    differs('clock', read.clock, [clock]),
    differs('heading', read.heading, headings),
    lessons && differs('lesson', read.lesson ?? '', lessons),
  ];
  return found.filter(Boolean).join('; ');
}

function differs(what: string, is: string, may: readonly string[]): string {
  return may.includes(bare(is)) ? '' : `${what} "${bare(is)}", not "${may.join('" or "')}"`;
}

function bare(text: string): string {
  return text.replace(MARKS, '').trim();
}
