import path from 'node:path';

import { startGateway, type Weather } from '../../e2e/gateway.ts';
import { makeBuild } from '../../e2e/make-build.ts';
import { startServer } from '../../e2e/server.ts';
import type { SchoolInput } from '../../src/contract/school.ts';
import { parseSnapshot, type Snapshot } from '../../src/contract/snapshot.ts';
import { nightlyMinute } from '../../src/sync/update-moment.ts';
import { wallAt } from '../../src/timetable/wall-at.ts';
import { generatorOf } from '../storm/generator-of.ts';
import { differences, expectedWall } from './expected-wall.ts';
import { livingTv } from './living-tv.ts';
import { footprintOf, type Footprint } from './page-footprint.ts';
import { readWall } from './read-wall.ts';
import { CLASS, editionOf, otherSubject, PUBLISHED_AHEAD } from './year-of-documents.ts';

export type YearOptions = {
  readonly days: number;
  readonly seed: number;
  /** For the app, the profile and the server's data. */
  readonly folder: string;
  readonly say: (line: string) => void;
};

export type Year = {
  readonly days: number;
  readonly looks: number;
  /** When the wall said something else than it should, and what. */
  readonly wrong: readonly string[];
  readonly outages: number;
  readonly edits: number;
  /** Those whose lesson the wall showed, and nothing else wrong beside it. */
  readonly editsSeen: number;
  readonly plugsPulled: number;
  readonly isUpdated: boolean;
  /**
   * One before each time the plug is pulled, from the update of the app on (day 13): before it the
   * caches hold one build, and from then on two, which is no growth.
   */
  readonly footprints: readonly Footprint[];
};

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Midnight of the school, on a Monday. */
const START = Date.parse('2026-08-24T00:00:00+03:00');
/** The network is down when the new term begins. */
const DOWN_FROM = Date.parse('2027-08-19T00:00:00+03:00');
const DOWN_UNTIL = Date.parse('2027-08-26T00:00:00+03:00');
const DAYS_PER_WEEK = 7;
const DAYS_PER_PLUG = 8;
const LAST_EDITABLE_PERIOD = 6;
/** Two polling periods, and as long again for a slot that has just gone by. */
const TAKEN_MS = 3 * MINUTE_MS;
/** Too short to miss a slot. */
const STEP_MS = 4 * SECOND_MS;
/** As exactly as a screen knows the time. How exactly it meets a bell is seen where its clock is held. */
const CLOCK_MS = 2 * SECOND_MS;
/** So long after a bell no screen may take it for what was before. */
const PAST_MS = CLOCK_MS + SECOND_MS;
const DEPLOY_DAY = 12;
const INSTALL_MS = 2_000;
const TAKE_OVER_S = 12;
const SETTLE_MS = 500;
const FAIR: Weather = { kind: 'fair' };
const OUTAGES: readonly Weather[] = [{ kind: 'reset' }, { kind: 'answer', status: 502 }];

/** Lets one TV live through a year of days in a real browser, and looks at it several times a day. */
export async function liveYear({ days, seed, folder, say }: YearOptions): Promise<Year> {
  const dice = generatorOf(seed, 'soak');
  const app = path.join(folder, 'app');
  makeBuild(app, 'first', { builtAt: '2026-08-01T00:00:00Z' });
  const server = await startServer({ at: START, app });
  const gateway = await startGateway(server.origin);
  const tv = livingTv(path.join(folder, 'profile'), server, gateway.hold);
  const edits: SchoolInput['substitutions'][] = [];
  const wrong: string[] = [];
  const footprints: Footprint[] = [];
  let [looks, outages, editsSeen, plugsPulled] = [0, 0, 0, 0];
  let isUpdated = false;
  try {
    let truth = await publish(START);
    const link = await server.addScreen('alfarabi', { language: 'en', classes: [CLASS] });
    const id = link.split('.')[1] ?? '';
    const settings = { id, school: 'alfarabi', name: 'Hall', phase: 0, classes: [CLASS] };
    await tv.switchOn(START + 5 * HOUR_MS, gateway.origin + link);
    for (let day = 0; day < days; day += 1) {
      const midnight = START + day * DAY_MS;
      const isDown = midnight >= DOWN_FROM && midnight < DOWN_UNTIL;
      gateway.setWeather({ kind: isDown ? 'reset' : 'fair' });
      if (day > 0) await lookAt(midnight);
      if (day > DEPLOY_DAY && !isUpdated) isUpdated = await crossNight(midnight, id);
      await lookAt(midnight + 6.75 * HOUR_MS);
      if (dateOf(midnight) === PUBLISHED_AHEAD) await publishInTime(midnight);
      let edited: number | undefined;
      if (day % DAYS_PER_WEEK === 0 && !isDown && isSchoolDay(truth, midnight)) {
        edited = await edit(midnight);
      }
      await liveDay(midnight, isDown, edited);
      if (day === DEPLOY_DAY) await deploy();
      if (day % DAYS_PER_PLUG === DAYS_PER_PLUG - 1) await pullPlug(midnight + 22 * HOUR_MS);
    }
    return {
      days,
      looks,
      wrong,
      outages,
      edits: edits.length,
      editsSeen,
      plugsPulled,
      isUpdated,
      footprints,
    };

    /**
     * Looks just before a moment, at it, and when no wall may show any more what was before. The
     * seconds between pass one by one: a jump would draw what should have been drawn by then.
     */
    async function lookAt(instant: number): Promise<boolean> {
      const screen = tv.screen();
      // The moment before may have been seconds ago.
      await jumpTo(Math.max(instant - SECOND_MS, screen.now()));
      const before = await look();
      await screen.live(SECOND_MS);
      const at = await look();
      await screen.live(PAST_MS);
      const past = await look();
      return before && at && past;
    }

    /** Hours pass in a moment: what is under way must have ended, or it would have taken them. */
    async function jumpTo(instant: number): Promise<void> {
      await tv.untilQuiet();
      await tv.screen().jumpTo(instant);
      await tv.untilQuiet();
    }

    /** Whether the wall says what it should. */
    async function look(): Promise<boolean> {
      const { page, now } = tv.screen();
      const read = await readWall(page);
      const [found = '', ...near] = [0, -CLOCK_MS, CLOCK_MS].map((off) =>
        differences(read, expectedWall(truth, settings, now() + off)),
      );
      looks += 1;
      if (found === '' || near.includes('')) return true;
      wrong.push(`${new Date(now()).toISOString()}: ${found}`);
      say(`WRONG ${wrong[wrong.length - 1] ?? ''}`);
      return false;
    }

    /**
     * A few moments of the day, of which one is a bell and one the lesson that was edited, with the
     * network down for some of them.
     */
    async function liveDay(
      midnight: number,
      isDown: boolean,
      edited: number | undefined,
    ): Promise<void> {
      const from = 7 * HOUR_MS + dice() * 7 * HOUR_MS;
      const until = from + 10 * MINUTE_MS + dice() * 4 * HOUR_MS;
      outages += 1;
      const moments = [dice(), dice(), dice()].map(
        (part) => midnight + Math.floor((7 + part * 7.5) * 3600) * SECOND_MS,
      );
      const asked = [bellOf(truth, midnight, dice()), edited].filter((one) => one !== undefined);
      const all = new Set([...moments, ...asked, midnight + 21.5 * HOUR_MS]);
      for (const moment of [...all].sort((a, b) => a - b)) {
        const isOut = isDown || (moment >= midnight + from && moment < midnight + until);
        gateway.setWeather(isOut ? (OUTAGES[Math.floor(dice() * OUTAGES.length)] ?? FAIR) : FAIR);
        const isRight = await lookAt(moment);
        if (moment === edited && isRight) editsSeen += 1;
      }
    }

    /** The office puts another lesson into today. Returns the middle of it. */
    async function edit(midnight: number): Promise<number> {
      const period = String(1 + Math.floor(dice() * LAST_EDITABLE_PERIOD));
      const date = dateOf(midnight);
      const subject = otherSubject(date, period, dice());
      const middle = middleOf(truth, midnight, period);
      const { lessons: before = [] } = expectedWall(truth, settings, middle);
      edits.push([{ date, class: CLASS, period, kind: 'replace', subject }]);
      await publishInTime(midnight);
      const { lessons } = expectedWall(truth, settings, middle);
      if (!lessons || lessons.some((lesson) => before.includes(lesson))) {
        throw new Error(`The wall says of the edit of ${date} what it said before, or no lesson`);
      }
      return middle;
    }

    /** The office publishes before school; every screen has it two polls later. */
    async function publishInTime(midnight: number): Promise<void> {
      const screen = tv.screen();
      await jumpTo(midnight + 6.9 * HOUR_MS);
      truth = await publish(midnight);
      for (const end = screen.now() + TAKEN_MS; screen.now() < end;) {
        await jumpTo(screen.now() + STEP_MS);
      }
    }

    async function deploy(): Promise<void> {
      makeBuild(app, 'second', { builtAt: '2026-08-01T00:00:00Z' });
      await server.kill();
      await server.restart();
      say('A new build is on the server');
    }

    /** Lives through the minute of the night in which a new build may take over. */
    async function crossNight(midnight: number, screenId: string): Promise<boolean> {
      const screen = tv.screen();
      await new Promise((resolve) => setTimeout(resolve, INSTALL_MS));
      await jumpTo(midnight + nightlyMinute(screenId) * MINUTE_MS - SECOND_MS);
      // Worker and page come to terms in the machine's time, while the wall's stands still.
      for (let second = 0; second < TAKE_OVER_S; second += 1) {
        await screen.live(SECOND_MS);
        await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
        await screen.page.locator('.hall, .night').waitFor();
      }
      const build = await screen.page.locator('meta[name=riwaq-build]').getAttribute('content');
      if (build === 'second') say(`The new build runs since ${dateOf(midnight)}`);
      return build === 'second';
    }

    async function pullPlug(instant: number): Promise<void> {
      // From then on it keeps two of everything, as it does for ever.
      if (isUpdated) footprints.push(await footprintOf(tv.screen().page));
      plugsPulled += 1;
      await tv.pullPlug();
      // It comes back with a network, or without one.
      gateway.setWeather({ kind: plugsPulled % 2 === 0 ? 'fair' : 'reset' });
      await tv.switchOn(instant, gateway.origin);
      await look();
      say(`${dateOf(instant)}: ${looks} looks, ${wrong.length} wrong`);
    }
  } finally {
    await tv.pullPlug();
    await gateway.close();
    await server.remove();
  }

  async function publish(instant: number): Promise<Snapshot> {
    const { revision } = await server.publish(editionOf(dateOf(instant), edits));
    const answer = await fetch(`${server.origin}/v1/snapshots/${revision}`);
    return parseSnapshot(await answer.text());
  }
}

const SCREEN = { id: '', school: '', name: '', phase: 0 };

function isSchoolDay(truth: Snapshot, midnight: number): boolean {
  return periodsAt(truth, midnight).length > LAST_EDITABLE_PERIOD;
}

/** One of the day's bells, if it has any. */
function bellOf(truth: Snapshot, midnight: number, part: number): number | undefined {
  const bells = periodsAt(truth, midnight).flatMap(({ start, end }) => [start, end]);
  return bells[Math.floor(part * bells.length)];
}

function middleOf(truth: Snapshot, midnight: number, wanted: string): number {
  const period = periodsAt(truth, midnight).find(({ key }) => key === wanted);
  if (!period) throw new Error(`No period ${wanted} on ${dateOf(midnight)}`);
  return (period.start + period.end) / 2;
}

function periodsAt(truth: Snapshot, midnight: number) {
  return wallAt(truth, SCREEN, midnight + 7.2 * HOUR_MS).heroes.flatMap(({ today }) => today);
}

function dateOf(instant: number): string {
  return new Date(instant + 3 * HOUR_MS).toISOString().slice(0, 10);
}
