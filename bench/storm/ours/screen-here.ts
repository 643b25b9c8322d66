import type { Refreshed, Wake } from '../../../src/contract/message.ts';
import type { RefreshState } from '../../../src/contract/refresh-state.ts';
import { pageClock, type PageClock } from '../../../src/page/page-clock.ts';
import { refreshDiceFrom } from '../../../src/sync/jitter.ts';
import { refreshScreen } from '../../../src/sync/refresh-screen.ts';
import type { RefreshDice } from '../../../src/timetable/refresh.ts';
import { generatorOf } from '../generator-of.ts';
import type { TapeScreen } from '../tape.ts';
import type { World } from '../world.ts';
import { deviceClock, type DeviceClock } from './device-clock.ts';
import type { EndpointHere } from './endpoint-here.ts';
import type { HoursTable } from './hours-table.ts';
import { keptStore, type KeptDisk, type Shared } from './kept-disk.ts';
import { plainPoll } from './plain-poll.ts';
import { begin, fetchOver, timeOn, transport, type Transport } from './transport.ts';

/** What all screens of a run have in common. */
export type Surroundings = {
  readonly world: World;
  readonly endpoint: EndpointHere;
  readonly hours: HoursTable;
  readonly shared: Shared;
  /** Every knock goes the long way, through the whole of `refreshScreen`. */
  readonly isThorough: boolean;
};

export type ScreenHere = {
  readonly on: () => void | Promise<void>;
  readonly off: () => void;
};

type Screen = {
  readonly number: number;
  readonly school: number;
  readonly around: Surroundings;
  readonly disk: KeptDisk;
  readonly device: DeviceClock;
  readonly wire: Transport;
  readonly dice: RefreshDice;
  page: Page | undefined;
  shown: string;
  isShownRight: boolean;
};

/** A page while it runs. */
type Page = {
  readonly clock: PageClock;
  /** Instant of the next knock on the page's clock; at first, at once. */
  nextAt: number;
  refresh: RefreshState | undefined;
  /** Its timer: a page that is gone does nothing any more. */
  readonly knock: () => void | Promise<void>;
};

const BUILT_AT = Date.parse('2026-08-01T00:00:00Z');
/** Nobody sees that a clock is off by less. */
const SEEN_MS = 1_000;

/**
 * One TV: the shipped page's clock and knocks, and the shipped refresh, on a device whose disk, clock
 * and network are the tape's. A page's second hand is left out: its knocks are put where its timer,
 * armed within the last second, would fire.
 */
export function screenHere(
  number: number,
  facts: TapeScreen,
  disk: KeptDisk,
  around: Surroundings,
): ScreenHere {
  const { world, endpoint } = around;
  const screen: Screen = {
    number,
    school: facts.school,
    around,
    disk,
    device: deviceClock(facts),
    wire: transport(facts, world, endpoint),
    dice: refreshDiceFrom(generatorOf(world.tape.seed, `dice of ${facts.name}`)),
    page: undefined,
    shown: '',
    isShownRight: false,
  };
  return { on: () => switchOn(screen), off: () => switchOff(screen) };
}

function switchOn(screen: Screen): void | Promise<void> {
  screen.shown = '';
  begin(screen.wire);
  const page = startPage(screen);
  screen.page = page;
  show(screen, page);
  return page.knock();
}

function switchOff(screen: Screen) {
  const { number, around, disk, device, wire, page } = screen;
  begin(wire);
  // A page saves its clock every ten minutes and with each answer: near enough to now.
  if (page && disk.kept) disk.clock = page.clock.toStore();
  screen.page = undefined;
  device.off(timeOn(wire));
  around.world.judge.shows(number, timeOn(wire), { kind: 'off' });
}

function startPage(screen: Screen): Page {
  const { disk, device, wire } = screen;
  const startedAt = timeOn(wire);
  const ahead = device.on(startedAt);
  const clock = pageClock({
    read() {
      const now = timeOn(wire);
      return { device: now + ahead, monotonic: now - startedAt };
    },
    stored: disk.clock,
    builtAt: BUILT_AT,
    isReload: false,
  });
  const page: Page = { clock, nextAt: 0, refresh: undefined, knock: () => knock(screen, page) };
  return page;
}

function show(screen: Screen, { clock }: Page) {
  const { number, school, around, disk, wire } = screen;
  const { judge } = around.world;
  const pointer = disk.kept?.document.snapshot;
  const ahead = clock.now() - timeOn(wire);
  const isTrusted = clock.isTrusted();
  const seen = Math.abs(ahead) <= SEEN_MS ? 0 : ahead;
  const next = `${pointer?.revision} ${seen} ${isTrusted}`;
  if (next === screen.shown) return;
  screen.shown = next;
  screen.isShownRight = isTrusted && seen === 0;
  if (!pointer) judge.shows(number, timeOn(wire), { kind: 'blank' });
  else if (!isTrusted) judge.shows(number, timeOn(wire), { kind: 'unsure' });
  else {
    const edition = around.endpoint.editionOf(school, pointer.revision);
    const live = { kind: 'live', edition: edition ?? 0, ahead: seen } as const;
    judge.shows(number, timeOn(wire), edition === undefined ? { kind: 'foreign' } : live);
  }
}

function knockLater({ around, wire }: Screen, { clock, nextAt, knock: timer }: Page) {
  const leftMs = Math.max(0, nextAt - clock.now());
  around.world.queue.at(timeOn(wire) + leftMs, timer);
}

function knock(screen: Screen, page: Page): void | Promise<void> {
  if (page !== screen.page) return undefined;
  const { around, disk, wire } = screen;
  begin(wire);
  const instant = page.clock.now();
  // A clock that is being put right may not be there yet.
  if (instant < page.nextAt) {
    knockLater(screen, page);
    return undefined;
  }
  const isPlain = !around.isThorough && page.nextAt !== 0;
  const polled = isPlain ? plainPoll(instant, disk, wire, around.hours) : undefined;
  if (!polled) return knockThoroughly(screen, page, instant);
  page.refresh = polled.state;
  page.nextAt = polled.state.nextAt;
  if (polled.time) page.clock.answered(polled.time, 0);
  // What is shown by a clock that is right, and stays so, is shown as before.
  if (!screen.isShownRight) show(screen, page);
  knockLater(screen, page);
  return undefined;
}

async function knockThoroughly(screen: Screen, page: Page, instant: number): Promise<void> {
  const { around, disk, wire, dice } = screen;
  const { record } = disk.kept ?? {};
  const wake: Wake = {
    kind: 'wake',
    screen: disk.credential?.screen ?? '',
    instant,
    isBoot: page.nextAt === 0,
    credential: disk.credential,
    holds: record && { document: record.document, etag: record.etag },
    refresh: page.refresh,
  };
  const refreshed = await refreshScreen(wake, {
    store: keptStore(disk, around.shared),
    jitter: dice,
    fetch: (url, init) => fetchOver(wire, url, init),
    monotonic: () => timeOn(wire),
  });
  heard(screen, page, refreshed);
}

function heard(screen: Screen, page: Page, { refresh, time }: Refreshed) {
  page.refresh = refresh;
  page.nextAt = refresh.nextAt;
  if (time) {
    page.clock.answered(time, 0);
    screen.disk.clock = page.clock.toStore();
  }
  show(screen, page);
  knockLater(screen, page);
}
