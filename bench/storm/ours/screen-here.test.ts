import { expect, test } from 'vitest';

import type { Refreshed, Wake } from '../../../src/contract/message.ts';
import type { RefreshState } from '../../../src/contract/refresh-state.ts';
import { pageClock } from '../../../src/page/page-clock.ts';
import { refreshDiceFrom } from '../../../src/sync/jitter.ts';
import { knocker } from '../../../src/sync/knock.ts';
import { refreshScreen } from '../../../src/sync/refresh-screen.ts';
import { generatorOf } from '../generator-of.ts';
import { runStorm, type Outcome } from '../run-storm.ts';
import { SCENARIOS } from '../scenarios.ts';
import { schedulePower } from '../schedule-power.ts';
import { schoolIdOf } from '../storm-school.ts';
import type { TapeScreen } from '../tape.ts';
import type { Policy, World } from '../world.ts';
import { deviceClock } from './device-clock.ts';
import { endpointHere, type EndpointHere } from './endpoint-here.ts';
import { keptStore, makeKeptDisk, sharing } from './kept-disk.ts';
import { ours } from './ours.ts';
import { begin, fetchOver, timeOn, transport } from './transport.ts';

const SECOND = 1_000;

/** Everything that promises have to do before time goes on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A page as it runs on a TV: it ticks every second, and the shipped knocker says when it asks. */
function tickingPage(number: number, facts: TapeScreen, world: World, endpoint: EndpointHere) {
  const { queue, tape } = world;
  const screen = `screen-${number}`;
  const token = endpoint.tokenOf(number);
  const disk = makeKeptDisk({ school: schoolIdOf(facts.school), screen, token });
  const wire = transport(facts, world, endpoint);
  const now = () => timeOn(wire);
  const fetch = (url: string, init: RequestInit) => fetchOver(wire, url, init);
  const store = keptStore(disk, sharing());
  const jitter = refreshDiceFrom(generatorOf(tape.seed, `dice of ${facts.name}`));
  const device = deviceClock(facts);

  return function on(): Promise<void> {
    begin(wire);
    const startedAt = now();
    const ahead = device.on(startedAt);
    const clock = pageClock({
      read: () => ({ device: now() + ahead, monotonic: now() - startedAt }),
      stored: undefined,
      builtAt: 0,
      isReload: false,
    });
    let refresh: RefreshState | undefined;
    const later = (work: () => void, ms: number) =>
      queue.at(now() + ms, () => {
        begin(wire);
        work();
        return settled();
      });
    const makeWake = (isBoot: boolean): Wake => {
      const { credential, kept } = disk;
      const { document, etag } = kept?.record ?? {};
      const holds = document === undefined ? undefined : { document, etag };
      return { kind: 'wake', screen, instant: clock.now(), isBoot, credential, holds, refresh };
    };
    const knocks = knocker({
      worker: () => 'none',
      wakeWorker: () => new Promise(() => {}),
      refreshHere: (wake) => refreshScreen(wake, { store, jitter, fetch, monotonic: now }),
      registerAnew() {},
      makeWake,
      heard(answer: Refreshed, delayMs) {
        ({ refresh } = answer);
        if (answer.time) clock.answered(answer.time, delayMs);
      },
      monotonic: now,
      setTimeout: later,
    });
    const tick = () => {
      later(tick, SECOND - (clock.now() % SECOND));
      knocks.tick(clock.now());
    };
    tick();
    return settled();
  };
}

const TICKING: Policy = {
  name: 'ours',
  title: 'every second of the shipped page',
  async start(world) {
    const endpoint = await endpointHere(world);
    const pages = world.tape.screens.map((facts, number) =>
      tickingPage(number, facts, world, endpoint),
    );
    schedulePower(world, { on: (number) => pages[number]?.(), off() {} });
    return { end() {} };
  },
};

/** The second of each request that arrives. */
function secondsOf({ metered }: Outcome): readonly number[] {
  return [...metered.perSecond].flatMap((count, at) => Array.from({ length: count }, () => at));
}

test.each(['first-boot-600', 'outage', 'publish-all'])(
  'in "%s" screens ask in the very seconds in which a ticking page does',
  async (name) => {
    const scenario = SCENARIOS.find((one) => one.name === name);
    const tape = scenario?.make({ seed: 3, screens: 4, perSchool: 2 });
    if (!tape) throw new RangeError(`There is no scenario ${name}`);
    // Nothing is kept from an earlier day, so that both begin alike.
    const bare = { ...tape, isInstalled: false };
    const ticking = await runStorm(bare, TICKING);
    const simulated = await runStorm(bare, ours({ isThorough: false }));
    expect(secondsOf(simulated)).toEqual(secondsOf(ticking));
    expect(ticking.metered.requests).toBeGreaterThan(50);
  },
  30_000,
);
