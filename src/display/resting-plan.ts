import { periodsOn } from '../timetable/bells.ts';
import { civilAt, instantOf } from '../timetable/civil.ts';
import { comingDay } from '../timetable/coming-day.ts';
import type { Hero, PeriodAt, Wall } from '../timetable/wall.ts';
import { boardSpace, HEAD, isOn, pagesOf, type BoardPlan } from './board-plan.ts';
import { commonBells } from './common-bells.ts';
import { dayFit, marksOn } from './day-fit.ts';
import { itemsOf } from './items.ts';
import { labelsOf } from './labels-of.ts';
import { scheduleNameOf } from './resting-face.ts';
import { rotationOn } from './rotation-on.ts';
import { cardsOf } from './spotlight.tsx';
import { bellTime, capitalised, dateText, dayAndMonth, trackNames, type Voice } from './voice.ts';

/** Width in rem of what stands beside a coming day. */
export const SIDE = 21;
const SIDE_GAP = 2;

/** What stands on the board instead of lessons, and how it is laid out in a stage of that size (rem). */
export function planResting(
  voice: Voice,
  wall: Wall,
  isTrusted: boolean,
  confirmedAt: number | undefined,
  width: number,
  stageHeight: number,
): BoardPlan {
  const { words, snapshot, say } = voice;
  const { heroes, civil, coverage } = wall;
  const [hero] = heroes;
  const cards = cardsOf(itemsOf(voice, wall));
  const { bare, alone, overRibbon } = boardSpace(voice, wall, isTrusted, stageHeight);
  const { height } = overRibbon;

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
      return { ...alone, cards, height: bare + HEAD - 1.2, view: { kind: 'spotlight' } };
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
  const beside =
    cards.length > 0 ? dayFit(voice, wall, board, width - SIDE - SIDE_GAP, bare, false) : undefined;
  const fit = beside ?? dayFit(voice, wall, board, width, height, true);
  return {
    ...(beside ? { ...alone, cards } : overRibbon),
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
