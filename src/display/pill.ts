import { civilAt } from '../timetable/civil.ts';
import type { Freshness } from '../timetable/freshness.ts';
import { stepsIn } from './holds.ts';
import type { IconName } from './icon.tsx';
import { briefDate, timeText, type Voice } from './voice.ts';

export type Pill = { readonly icon: IconName; readonly text: string; readonly age: string };

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;

/** The one quiet badge of the wall, or none: that it is not paired, or how old its data is. */
export function pillOf(
  voice: Voice,
  freshness: Freshness,
  isPaired: boolean,
  instant: number,
): Pill | undefined {
  const { words } = voice;
  if (!isPaired) return { icon: 'link', text: words.notPaired, age: '' };
  if (freshness.kind === 'fresh') return undefined;
  return {
    icon: 'since',
    text: words.asOf(momentText(voice, freshness.confirmedAt, instant)),
    age: words.ago(ageText(voice, stepsIn(instant - freshness.confirmedAt, MS_PER_MINUTE))),
  };
}

/** Whether `instant` falls on a later date than the last confirmation, so that today's changes may lack. */
export function isBeforeToday(voice: Voice, freshness: Freshness, instant: number): boolean {
  if (freshness.kind === 'fresh') return false;
  const { offsets } = voice.snapshot;
  return civilAt(offsets, freshness.confirmedAt).day < civilAt(offsets, instant).day;
}

function momentText(voice: Voice, confirmedAt: number, instant: number): string {
  const { offsets } = voice.snapshot;
  const { day, second } = civilAt(offsets, confirmedAt);
  const isToday = day === civilAt(offsets, instant).day;
  return isToday ? timeText(voice, second) : briefDate(voice, day);
}

function ageText({ words, plural, figures }: Voice, all: number): string {
  const minutes = Math.max(0, all);
  if (minutes >= MINUTES_PER_DAY) return counted(words.days, minutes / MINUTES_PER_DAY);
  const rest = minutes % MINUTES_PER_HOUR;
  if (minutes < MINUTES_PER_HOUR) return counted(words.minutes, minutes);
  const hours = counted(words.hours, minutes / MINUTES_PER_HOUR);
  return rest === 0 ? hours : hours + words.and + counted(words.minutes, rest);

  function counted(forms: (typeof words)['days'], count: number): string {
    const whole = Math.floor(count);
    return plural(forms, whole).replace('#', figures(whole));
  }
}
