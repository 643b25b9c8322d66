import type { Wall } from '../timetable/wall.ts';
import { isOn } from './board-plan.ts';
import { daysOf } from './days-of.ts';
import { MOST_DAYS } from './track-days.tsx';
import type { Voice } from './voice.ts';

/** Heights in rem of what else is on the wall; `wall.css` and `band.css` set them. */
type Heights = {
  readonly band: number;
  readonly bandWithDay: number;
  /** Without the days of its tracks, and of each row of these. */
  readonly bandWithDays: number;
  readonly day: number;
  /** Without tracks, of each row of tracks, and of what their names add when they have days of their own. */
  readonly bandWithTracks: number;
  readonly track: number;
  readonly named: number;
  readonly ribbon: number;
  /** The line above a board, and the space around it; on an upright stage it may take two. */
  readonly head: number;
};

const WIDE: Heights = {
  band: 12.3,
  bandWithDay: 16.2,
  bandWithDays: 19,
  day: 0,
  bandWithTracks: 19,
  track: 0,
  named: 0,
  ribbon: 3.95,
  head: 3.25,
};
const UPRIGHT: Heights = {
  band: 16.7,
  bandWithDay: 29.8,
  bandWithDays: 27.7,
  day: 4.9,
  bandWithTracks: 7.7,
  track: 9.6,
  named: 1.4,
  ribbon: 8.65,
  head: 5.5,
};
/** Above what has no such line. */
const TOP = 1.6;
const MOST_TRACKS = 3;

/** Heights left for what stands on the board zone, in rem. */
export type BoardSpace = {
  /** Below the head line, above the ribbon. */
  readonly aboveRibbon: number;
  /** Below the head line, without a ribbon. */
  readonly bare: number;
  /** Without either. */
  readonly full: number;
};

/** The space for the board on a stage of that height (rem) between its safe edges. */
export function boardSpace(
  voice: Voice,
  wall: Wall,
  isTrusted: boolean,
  isUpright: boolean,
  stageHeight: number,
): BoardSpace {
  const heights = isUpright ? UPRIGHT : WIDE;
  const rest = stageHeight - bandHeight(voice, wall, isTrusted, heights);
  const bare = rest - heights.head;
  return { aboveRibbon: bare - heights.ribbon, bare, full: rest - TOP };
}

function bandHeight(voice: Voice, wall: Wall, isTrusted: boolean, heights: Heights): number {
  const tracks = wall.heroes.slice(0, MOST_TRACKS);
  const [hero, other] = tracks;
  if (!isTrusted || !hero) return heights.band;
  if (other) {
    return tracks.reduce(
      (sum, { isOneDay }) => sum + heights.track + (isOneDay ? 0 : heights.named),
      heights.bandWithTracks,
    );
  }
  if (!isOn(hero) || hero.today.length === 0) return heights.band;
  if (hero.isOneDay) return heights.bandWithDay;
  return heights.bandWithDays + heights.day * Math.min(MOST_DAYS, daysOf(voice, hero).length);
}
