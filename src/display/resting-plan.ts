import { periodsOn } from '../timetable/bells.ts';
import { civilAt, instantOf } from '../timetable/civil.ts';
import { comingDay } from '../timetable/coming-day.ts';
import type { Hero, PeriodAt, Wall } from '../timetable/wall.ts';
import { isOn, pagesOf, type BoardPlan } from './board-plan.ts';
import { boardSpace } from './board-space.ts';
import { commonBells } from './common-bells.ts';
import { dayFit, marksOn } from './day-fit.ts';
import { hasNotes } from './has-notes.ts';
import { itemsOf } from './items.ts';
import { labelsOf } from './labels-of.ts';
import { scheduleNameOf } from './resting-face.ts';
import { rotationOn } from './rotation-on.ts';
import { isUpright } from './shape.ts';
import { cardsOf, type Card } from './spotlight.tsx';
import { bellTime, capitalised, dateText, dayAndMonth, trackNames, type Voice } from './voice.ts';

/** Width in rem of what stands beside a coming day; its height where it stands below. */
export const SIDE = 21;
export const FOOT = 16;
const SIDE_GAP = 2;
/** A day on an upright stage is cut in two; its names are not made smaller than this for cards. */
const PARTS = 2;
const LEAST_OVER_CARDS = 1.6;

export type RestingPlan = BoardPlan & {
  /** Beside or below a day, or instead of lessons. */
  readonly cards: readonly Card[];
  /** Left for what stands below the head line, in rem. */
  readonly height: number;
};

/**
 * What stands on the board instead of lessons, and how it is laid out in a stage of that size (rem)
 * between its safe edges.
 */
export function planResting(
  voice: Voice,
  wall: Wall,
  isTrusted: boolean,
  confirmedAt: number | undefined,
  width: number,
  stageHeight: number,
): RestingPlan {
  const { words, snapshot, say } = voice;
  const { heroes, civil, coverage } = wall;
  const [hero] = heroes;
  const cards = cardsOf(itemsOf(voice, wall));
  const isTall = isUpright(width);
  const { aboveRibbon, bare, full } = boardSpace(voice, wall, isTrusted, isTall, stageHeight);
  const hasRibbon = hasNotes(wall);
  const height = hasRibbon ? aboveRibbon : bare;
  const alone = { cards: [], hasRibbon: false, pages: 1, height: bare };
  const overRibbon = { ...alone, hasRibbon, height };

  if (!isTrusted) {
    const view = bells(({ today }, track) =>
      today.length > 0 ? today : commonBells(snapshot, track),
    );
    return { ...alone, view, head: { text: words.clockReturns } };
  }
  if (coverage === 'after') {
    return { ...alone, view: endedMessage(voice, wall, confirmedAt) };
  }
  // Without classes there are no lessons to show, only bells; those of a night that began yesterday too.
  if (snapshot.classes.length === 0 && heroes.some(isOn)) {
    const view = bells(({ day }, track) => periodsOn(snapshot, track, day));
    return {
      ...overRibbon,
      view,
      head: { text: (hero && say(scheduleNameOf(voice, hero))) || words.bells },
    };
  }
  const board = comingDay(snapshot, wall);
  if (board === undefined) {
    if (cards.length > 0 && heroes.some(({ kind }) => kind !== 'unknown')) {
      return { ...alone, cards, height: full, view: { kind: 'spotlight' } };
    }
    const isUnknown = heroes.some(({ kind }) => kind === 'unknown');
    const title = isUnknown ? words.askOffice : say(snapshot.school.name);
    return { ...alone, view: { kind: 'message', title, text: '' } };
  }
  const { rows, day } = board;
  // The day's first bell, as the hero says, may be an assembly's.
  const periods = heroes.reduce((all, { next }) => all.concat(next), board.periods);
  const start = Math.min(...periods.map((one) => (one.day === day ? one.start : Infinity)));
  const head = {
    strong: [
      labelsOf(
        voice,
        heroes.map((one) => ({ ...one, day })),
      ),
    ],
    tag: day === civil.day + 1 ? capitalised(words.tomorrow) : words.next,
    text: [
      dateText(voice, day),
      ...rotationOn(voice, day),
      words.startsAt(bellTime(voice, start)),
    ].join(' · '),
    legend: marksOn(board),
  };
  if (rows.length === 0) {
    return { ...overRibbon, view: bells((_, track) => periodsOn(snapshot, track, day)), head };
  }
  // On a wide stage cards stand beside a day, on an upright one below it, if its names have room then.
  const [parts, restWidth, restHeight] = isTall
    ? [PARTS, width, bare - FOOT - SIDE_GAP]
    : [1, width - SIDE - SIDE_GAP, bare];
  const whole = dayFit(voice, wall, board, width, height, parts, true);
  const beside = dayFit(voice, wall, board, restWidth, restHeight, parts, false);
  const isRoomy = beside !== undefined && (!isTall || beside.size >= LEAST_OVER_CARDS);
  const fit = isRoomy && cards.length > 0 ? beside : whole;
  return {
    ...(fit === beside ? { ...alone, cards } : overRibbon),
    view: { kind: 'day', board, fit },
    head,
    pages: pagesOf(rows.length, fit.perPage),
  };

  function bells(periodsOf: (hero: Hero, track: number) => readonly PeriodAt[]): BoardPlan['view'] {
    const lists = heroes.map((hero) => ({
      title: snapshot.tracks.length > 1 ? trackNames(voice, hero.tracks) : '',
      periods: periodsOf(hero, hero.tracks[0] ?? 0),
    }));
    return { kind: 'bells', lists };
  }
}

function endedMessage(voice: Voice, { heroes }: Wall, confirmedAt = Infinity): BoardPlan['view'] {
  const { words, snapshot } = voice;
  const { coverage, offsets } = snapshot;
  const { through } = coverage;
  // Confirmed since: the school knows, and has published nothing further yet.
  const isKnown = confirmedAt >= instantOf(offsets, through + 1, 0);
  const usual = heroes.some(({ today }) => today.length > 0) ? ` ${words.usualAbove}` : '';
  return {
    kind: 'message',
    title: isKnown
      ? words.ended(dayAndMonth(voice, through))
      : words.notUpdated(dayAndMonth(voice, civilAt(offsets, confirmedAt).day)),
    text: words.askOffice + usual,
  };
}
