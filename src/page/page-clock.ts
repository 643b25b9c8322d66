import type { TimeSample } from '../contract/message.ts';
import type { StoredClock } from '../contract/stored.ts';
import {
  clockAnswered,
  clockBound,
  clockFrom,
  clockOn,
  instantAt,
  type ClockReading,
} from '../timetable/clock-offset.ts';
import { isPlausible, losesTimeOff } from '../timetable/clock-trust.ts';

export type PageClock = {
  /** True time, as well as this screen knows it. */
  readonly now: () => number;
  /** Whether the wall may go by it. */
  readonly isTrusted: () => boolean;
  /** Takes an answer of the endpoint, which may have been under way for `delayMs` more than it knows. */
  readonly answered: (time: TimeSample, delayMs: number) => void;
  /** Takes a person's word that it is `instant` now, until the endpoint answers. */
  readonly confirm: (instant: number) => void;
  /** What a person said that it was, if the endpoint has not answered since. */
  readonly confirmed: () => number | undefined;
  /** How far `now` may be off, in ms; `undefined` before the first answer. */
  readonly bound: () => number | undefined;
  /** True time − the device's time of day. */
  readonly offset: () => number;
  /** For the next start. */
  readonly toStore: () => StoredClock;
};

export type PageClockOptions = {
  readonly read: () => ClockReading;
  readonly stored: StoredClock | undefined;
  readonly builtAt: number;
  /** This page is a reload: the device has not been off since the endpoint's last answer. */
  readonly isReload: boolean;
};

/** The clock of a page: the only one that a screen shows, and goes by. */
export function pageClock({ read, stored, builtAt, isReload }: PageClockOptions): PageClock {
  const begun = read();
  let clock = clockFrom(begun, stored?.offset);
  let isAnswered = false;
  // The endpoint's clock is the authority: once it has answered, the time of the build adds nothing.
  let { highest = builtAt, losesTime } = stored ?? {};
  const before = highest;
  let confirmed: number | undefined;

  function now(): number {
    const reading = read();
    clock = clockOn(clock, reading);
    return instantAt(clock, reading);
  }

  function offset(): number {
    return now() - read().device;
  }

  function isTrusted(): boolean {
    // A reload has not been off, and a new device has nowhere to go on from.
    const isLosing = !isReload && stored ? losesTime : false;
    // How long it has been on since says nothing of what its clock did while it was off.
    return (
      isAnswered ||
      confirmed !== undefined ||
      isPlausible(now() - read().monotonic + begun.monotonic, before, isLosing)
    );
  }

  return {
    now,
    isTrusted,
    offset,
    answered({ server, roundTripMs, elapsedMs }, delayMs) {
      const reading = read();
      clock = clockOn(clock, reading);
      const bound = roundTripMs / 2 + delayMs;
      clock = clockAnswered(clock, reading, server + roundTripMs / 2 + elapsedMs, bound);
      if (!isAnswered && stored && !isReload) {
        losesTime = losesTimeOff(stored, offset(), now());
      }
      isAnswered = true;
      confirmed = undefined;
      // The endpoint's clock is the authority, in the other direction as well.
      highest = instantAt(clock, reading);
    },
    confirm(instant) {
      const reading = read();
      // Of the device's own time nothing is kept: it is what was wrong.
      clock = clockFrom(reading, instant - reading.device);
      confirmed = instant;
    },
    confirmed: () => confirmed,
    bound: () => clockBound(clock, read()),
    toStore() {
      // What a person said is of this device as it runs: after a power cut nobody has said it.
      if (confirmed !== undefined) return { offset: stored?.offset ?? 0, highest, losesTime };
      const instant = now();
      if (isTrusted()) highest = Math.max(highest, instant);
      return { offset: offset(), highest, losesTime };
    },
  };
}
