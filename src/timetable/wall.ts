import type { PeriodKind, Snapshot } from '../contract/snapshot.ts';
import type { Text } from '../contract/text.ts';

/** Date and time as the school's clock on the wall shows them (true time, not bell time). */
export type Civil = {
  /** Whole days since 1970-01-01. */
  readonly day: number;
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly date: number;
  /** Sunday = 0. */
  readonly weekday: number;
  /** Seconds since midnight on the clock, 0–86,399. */
  readonly second: number;
  /** UTC offset in seconds. */
  readonly offset: number;
};

/** One period of one service date: `[start, end)` in instants. */
export type PeriodAt = {
  readonly key: string;
  readonly kind: PeriodKind;
  readonly name?: Text | undefined;
  readonly short?: Text | undefined;
  readonly start: number;
  readonly end: number;
  /** The service date it belongs to, as a day number; civil time may be past midnight already. */
  readonly day: number;
};

export type TrackDayKind =
  /** No period is running; today has some and none has begun. */
  | 'before'
  /** At least one period is running: see `current`. */
  | 'in'
  /** None is running; some of today's are over and some are to come. */
  | 'gap'
  /** Today's are all over. */
  | 'after'
  /** Today has none. */
  | 'closed'
  /** Today names a bell schedule that nobody defined. */
  | 'unknown'
  /** The published timetable begins later. */
  | 'beforeCoverage'
  /** The published timetable has ended, and the school has no usual bells to show. */
  | 'afterCoverage';

/** What is on in one track at an instant. */
export type TrackDay = {
  /** The date of which it is told, as a day number. */
  readonly day: number;
  readonly kind: TrackDayKind;
  /** Running periods, ordered by start, end and key. */
  readonly current: readonly PeriodAt[];
  /** Those that start earliest after the instant; empty when none does within the coverage. */
  readonly next: readonly PeriodAt[];
  /** All of the day's own periods. */
  readonly today: readonly PeriodAt[];
  /** Bells are the usual ones of the weekday: the published timetable has ended. */
  readonly usual: boolean;
};

/**
 * A hero column of the wall: tracks of this screen that have the same running, and the same to come.
 * `day` is their service date; `today` and what else may differ is the first track's.
 */
export type Hero = TrackDay & {
  /** Indexes into the snapshot's tracks. */
  readonly tracks: readonly number[];
  /** `today` is that of all of them. */
  readonly isOneDay: boolean;
};

/** Indexes into the tables of the snapshot. */
export type Entry = {
  readonly subject?: number | undefined;
  readonly teachers: readonly number[];
  readonly rooms: readonly number[];
  readonly group?: string | undefined;
  /**
   * How it differs from the regular timetable. `cover`: another teacher (or other subject, too);
   * `room`: only the room differs; `added`; `cancelled`: struck out; `moved`: struck out, `to` says
   * where it went.
   */
  readonly mark?: 'cover' | 'room' | 'added' | 'cancelled' | 'moved' | undefined;
  readonly note?: Text | undefined;
  /** With `moved`: where it went; with `added`: where it came from. */
  readonly moved?: { readonly day: number; readonly period: string } | undefined;
  readonly exam?: boolean | undefined;
};

/** A class in a period: nothing, one lesson, or several groups at once. */
export type Cell = {
  /** Absent: this class's track has no such period. */
  readonly period?: PeriodAt | undefined;
  /** Empty: no class is held. */
  readonly entries: readonly Entry[];
};

export type Row = {
  /** Index into the snapshot's classes. */
  readonly class: number;
  readonly cells: readonly Cell[];
};

export type Board =
  /** One cell a row: what its class has now; in a break of its own track, what it has next. */
  | { readonly kind: 'now'; readonly rows: readonly Row[] }
  /** One cell a row: the lesson of `period`, which begins next. */
  | { readonly kind: 'next'; readonly period: PeriodAt; readonly rows: readonly Row[] }
  /** School is out: what `classes` (indexes) have on the first school day from `from` on is next. */
  | { readonly kind: 'coming'; readonly from: number; readonly classes: readonly number[] }
  /** The timetable does not speak of this date, or of no later school day: nothing to show. */
  | { readonly kind: 'none' };

/** The whole of a coming school day: a cell for each of `periods` in every row. */
export type ComingDay = {
  readonly day: number;
  readonly periods: readonly PeriodAt[];
  readonly rows: readonly Row[];
};

/** Everything that a wall shows, apart from how fresh it is: a value without any clock in it. */
export type Wall = {
  readonly instant: number;
  readonly civil: Civil;
  readonly hijri?: { readonly year: number; readonly month: number; readonly date: number };
  readonly coverage: 'before' | 'covered' | 'after';
  /** One to three or more, in the order of the snapshot's tracks. */
  readonly heroes: readonly Hero[];
  readonly board: Board;
  readonly duties: Snapshot['duties'];
  readonly notices: Snapshot['notices'];
  readonly honours: Snapshot['honours'];
  /** What begins within the next days, soonest first. */
  readonly events: Snapshot['events'];
  readonly alert?: Snapshot['alerts'][number] | undefined;
  /** Next instant at which anything but the countdown and the clock differs. */
  readonly changesAt: number;
};
