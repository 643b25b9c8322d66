import type { Text } from '../contract/text.ts';
import { scheduleName } from '../timetable/schedule-name.ts';
import type { Hero, Wall } from '../timetable/wall.ts';
import { calm, type Face } from './hero-face.ts';
import { isWeekend } from './is-weekend.ts';
import { labelsOf } from './labels-of.ts';
import { bellTime, capitalised, dateText, weekdayText, type Voice } from './voice.ts';

const NOON_SECONDS = 43_200;
const DAYS_PER_WEEK = 7;

/**
 * What to say of a track that is not at school at `wall.instant`, or on a screen that does not know
 * what time it is.
 */
export function restingFace(voice: Voice, wall: Wall, hero: Hero, isTrusted: boolean): Face {
  const { words, say, snapshot } = voice;
  const [next] = hero.next;
  if (!isTrusted) return calm('clock', words.bells, say(scheduleNameOf(voice, hero)));
  switch (hero.kind) {
    case 'after':
      return calm('flag', words.over, whenNext(voice, wall, hero, words.seeYou));
    case 'closed': {
      const { weekday, second } = wall.civil;
      const isDay = Math.abs(second - NOON_SECONDS) < NOON_SECONDS / 2;
      const usual = isWeekend(snapshot, weekday) ? words.weekend : words.closed;
      return calm(
        isDay ? 'calendar' : 'moon',
        labelsOf(voice, [hero]) || usual,
        whenNext(voice, wall, hero, words.back),
      );
    }
    case 'unknown':
      return calm('question', words.unknown);
    case 'beforeCoverage':
      return calm(
        'calendar',
        words.begins(dateText(voice, next ? next.day : snapshot.coverage.from)),
        next && capitalised(words.startsAt(bellTime(voice, next.start))),
      );
    case 'afterCoverage':
    case 'before':
    case 'in':
    case 'gap':
      return calm('calendar', words.closed);
  }
}

/** What the bells of a hero's day are called. */
export function scheduleNameOf({ snapshot }: Voice, { tracks, day }: Hero): Text | undefined {
  const [track = 0] = tracks;
  return scheduleName(snapshot, track, day)?.name;
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
