import type { Refreshed, Wake } from '../../../src/contract/message.ts';
import type { RefreshState } from '../../../src/contract/refresh-state.ts';
import { pageClock, type PageClock } from '../../../src/page/page-clock.ts';
import { refreshDiceFrom } from '../../../src/sync/jitter.ts';
import { refreshScreen } from '../../../src/sync/refresh-screen.ts';
import { generatorOf } from '../generator-of.ts';
import type { TapeScreen } from '../tape.ts';
import type { World } from '../world.ts';
import { deviceClock, type DeviceClock } from './device-clock.ts';
import type { EndpointHere } from './endpoint-here.ts';
import type { HoursTable } from './hours-table.ts';
import { keptStore, type KeptDisk, type Shared } from './kept-disk.ts';
import { plainPoll } from './plain-poll.ts';
import { transport, type Transport } from './transport.ts';

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
  const { world, endpoint, hours, shared, isThorough } = around;
  const { queue, judge, tape } = world;
  const device: DeviceClock = deviceClock(facts);
  const wire: Transport = transport(facts, world, endpoint);
  const dice = refreshDiceFrom(generatorOf(tape.seed, `dice of ${facts.name}`));
  let page: Page | undefined;
  let shown = '';
  let isShownRight = false;

  function start(): Page {
    const startedAt = wire.now();
    device.on(startedAt);
    const clock = pageClock({
      read: () => ({ device: device.at(wire.now()), monotonic: wire.now() - startedAt }),
      stored: disk.clock,
      builtAt: BUILT_AT,
      isReload: false,
    });
    const started: Page = { clock, nextAt: 0, refresh: undefined, knock: () => knock(started) };
    return started;
  }

  function show({ clock }: Page) {
    const pointer = disk.kept?.document.snapshot;
    const ahead = clock.now() - wire.now();
    const isTrusted = clock.isTrusted();
    const seen = Math.abs(ahead) <= SEEN_MS ? 0 : ahead;
    const next = `${pointer?.revision} ${seen} ${isTrusted}`;
    if (next === shown) return;
    shown = next;
    isShownRight = isTrusted && seen === 0;
    if (!pointer) judge.shows(number, wire.now(), { kind: 'blank' });
    else if (!isTrusted) judge.shows(number, wire.now(), { kind: 'unsure' });
    else {
      const edition = endpoint.editionOf(pointer.revision);
      judge.shows(number, wire.now(), { kind: 'live', edition, ahead: seen });
    }
  }

  function knockLater({ clock, nextAt, knock }: Page) {
    const leftMs = Math.max(0, nextAt - clock.now());
    queue.at(wire.now() + leftMs, knock);
  }

  function knock(current: Page): void | Promise<void> {
    if (current !== page) return undefined;
    wire.begin();
    const { clock, nextAt } = current;
    const instant = clock.now();
    // A clock that is being put right may not be there yet.
    if (instant < nextAt) {
      knockLater(current);
      return undefined;
    }
    const polled = isThorough || nextAt === 0 ? undefined : plainPoll(instant, disk, wire, hours);
    if (!polled) return knockThoroughly(current, instant);
    current.refresh = polled.state;
    current.nextAt = polled.state.nextAt;
    if (polled.time) clock.answered(polled.time, 0);
    // What is shown by a clock that is right, and stays so, is shown as before.
    if (!isShownRight) show(current);
    knockLater(current);
    return undefined;
  }

  async function knockThoroughly(now: Page, instant: number): Promise<void> {
    const { record } = disk.kept ?? {};
    const wake: Wake = {
      kind: 'wake',
      screen: disk.credential?.screen ?? '',
      instant,
      isBoot: now.nextAt === 0,
      credential: disk.credential,
      holds: record && { document: record.document, etag: record.etag },
      refresh: now.refresh,
    };
    const store = keptStore(disk, shared);
    heard(
      now,
      await refreshScreen(wake, { store, jitter: dice, fetch: wire.fetch, monotonic: wire.now }),
    );
  }

  function heard(now: Page, { refresh, time }: Refreshed) {
    now.refresh = refresh;
    now.nextAt = refresh.nextAt;
    if (time) {
      now.clock.answered(time, 0);
      disk.clock = now.clock.toStore();
    }
    show(now);
    knockLater(now);
  }

  return {
    on() {
      shown = '';
      wire.begin();
      page = start();
      show(page);
      return page.knock();
    },
    off() {
      wire.begin();
      // A page saves its clock every ten minutes and with each answer: near enough to now.
      if (page && disk.kept) disk.clock = page.clock.toStore();
      page = undefined;
      device.off(wire.now());
      judge.shows(number, wire.now(), { kind: 'off' });
    },
  };
}
