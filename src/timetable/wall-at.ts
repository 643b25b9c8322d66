import type { ScreenSettings } from '../contract/screen.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { boardOf, trackOf } from './board.ts';
import { civilAt, instantOf, weekdayOf } from './civil.ts';
import { comingUp } from './coming-up.ts';
import { serviceDayAt, trackDayAt } from './track-day.ts';
import type { Hero, TrackDay, Wall } from './wall.ts';

/** How far ahead the wall looks forward to something. */
const EVENT_DAYS = 30;

/**
 * Everything that a screen's wall shows at `instant`: a pure function of its three arguments.
 *
 * Total: every instant has one wall, and none of it reads a clock. The wall stays the same until
 * `changesAt`, but for `instant`, `civil.second` and what is counted down from them.
 */
export function wallAt(snapshot: Snapshot, screen: ScreenSettings, instant: number): Wall {
  const civil = civilAt(snapshot.offsets, instant);
  const classes = classesOf(snapshot, screen);
  const ends: number[] = [];
  const trackDays = new Map(
    tracksOf(snapshot, classes).map((track): [number, TrackDay] => {
      const { day, until } = serviceDayAt(snapshot, track, instant);
      ends.push(until);
      return [track, trackDayAt(snapshot, track, instant, day)];
    }),
  );
  const heroes = heroesOf(trackDays);
  const { day } = civil;
  // Past midnight, an evening school is still in yesterday's.
  const serviceDay = Math.min(...heroes.map((hero) => hero.day));
  const alerts = snapshot.alerts.filter(isShown);
  const hijri = hijriOn(snapshot, day);
  return {
    instant,
    civil,
    ...(hijri && { hijri }),
    coverage: coverageOn(snapshot, serviceDay),
    heroes,
    board: boardOf(snapshot, classes, trackDays, serviceDay),
    duties: dutiesOn(snapshot, heroes, serviceDay),
    notices: snapshot.notices
      .filter((notice) => isShown(notice) && isFor(notice.screens, screen))
      .sort((a, b) => rank(a) - rank(b) || a.from - b.from || a.until - b.until),
    honours: snapshot.honours.filter(({ from, through }) => from <= day && day <= through),
    events: snapshot.events
      .filter(({ date }) => day < date && date <= day + EVENT_DAYS)
      .sort((a, b) => a.date - b.date),
    alert: alerts[alerts.length - 1],
    changesAt: changeAfter(snapshot, heroes, ends, day, instant),
  };

  function isShown({ from, until }: { readonly from: number; readonly until: number }): boolean {
    return from <= instant && instant < until;
  }
}

/** Indexes of the classes on a screen: those it names, else those of its wing, else all. */
export function classesOf(snapshot: Snapshot, screen: ScreenSettings): readonly number[] {
  const all = snapshot.classes.map((_, index) => index);
  const chosen = all.filter((index) => {
    const one = snapshot.classes[index];
    if (one === undefined) return false;
    if (screen.classes) return screen.classes.indexOf(one.id) >= 0;
    return screen.wing === undefined || one.wing === screen.wing;
  });
  // A wing that was renamed must not empty the wall.
  return chosen.length > 0 ? chosen : all;
}

/** Indexes of the tracks of `classes`; without any, all. */
export function tracksOf(snapshot: Snapshot, classes: readonly number[]): readonly number[] {
  const all = snapshot.tracks.map((_, index) => index);
  if (classes.length === 0) return all;
  return all.filter((track) => classes.some((index) => trackOf(snapshot, index) === track));
}

function heroesOf(trackDays: ReadonlyMap<number, TrackDay>): readonly Hero[] {
  const heroes: Hero[] = [];
  trackDays.forEach((trackDay, track) => {
    const at = heroes.findIndex((hero) => isSame(hero, trackDay));
    const found = heroes[at];
    if (found) {
      const tracks = found.tracks.concat(track);
      const isSameDay = JSON.stringify(found.today) === JSON.stringify(trackDay.today);
      heroes[at] = { ...found, tracks, isOneDay: found.isOneDay && isSameDay };
    } else heroes.push({ ...trackDay, tracks: [track], isOneDay: true });
  });
  return heroes;
}

// Two tracks share a column when nobody could tell them apart at this instant.
function isSame(a: TrackDay, b: TrackDay): boolean {
  return a.kind === b.kind && signature(a) === signature(b);
}

function signature(trackDay: TrackDay): string {
  const { current, next } = trackDay;
  return current
    .concat(next, comingUp(trackDay) || [])
    .map(({ key, start, end }) => `${key} ${start} ${end}`)
    .join();
}

function coverageOn({ coverage }: Snapshot, day: number): Wall['coverage'] {
  if (day < coverage.from) return 'before';
  return day > coverage.through ? 'after' : 'covered';
}

/** Who is on duty; nobody is where no bell rings. */
function dutiesOn(snapshot: Snapshot, heroes: readonly Hero[], day: number): Snapshot['duties'] {
  if (heroes.every(({ current, today }) => current.length + today.length === 0)) return [];
  return snapshot.duties.filter(
    ({ from, through, on }) =>
      from <= day && day <= through && (!on || on.indexOf(weekdayOf(day)) >= 0),
  );
}

function hijriOn(snapshot: Snapshot, day: number): Wall['hijri'] {
  const months = snapshot.hijri.filter(([first]) => first <= day);
  const month = months[months.length - 1];
  if (month === undefined) return undefined;
  const date = day - month[0] + 1;
  // Past the end of the table the month is not known.
  return date <= 30 ? { year: month[1], month: month[2], date } : undefined;
}

function isFor(screens: readonly string[] | undefined, screen: ScreenSettings): boolean {
  return screens === undefined || screens.indexOf(screen.id) >= 0;
}

function rank({ level }: { readonly level: 'info' | 'important' }): number {
  return level === 'important' ? 0 : 1;
}

function changeAfter(
  snapshot: Snapshot,
  heroes: readonly Hero[],
  ends: readonly number[],
  day: number,
  instant: number,
): number {
  const { offsets, notices, alerts } = snapshot;
  const moments = [instantOf(offsets, day + 1, 0), ...ends];
  // The first row only says what holds from the beginning.
  for (const [from] of offsets.slice(1)) moments.push(from);
  for (const { current, next } of heroes) {
    for (const { end } of current) moments.push(end);
    for (const { start } of next) moments.push(start);
  }
  for (const { from, until } of [...notices, ...alerts]) moments.push(from, until);
  return Math.min(...moments.filter((moment) => moment > instant));
}
