import type { Pending, RefreshState } from '../contract/refresh-state.ts';
import { slotAfter } from './phase.ts';
import { nextSlotAfter, type Polling } from './polling.ts';

/*
 * When a screen asks the endpoint, as one pure reducer. The service worker runs it, the page where
 * there is no worker, and the simulator.
 *
 * A screen that has something to show asks once in each of its own slots and never elsewhere. A
 * request that fails, a slot that is slept through, an endpoint that comes back: all of them wait
 * for the next slot, so that an outage adds no load and its end no echo. Only a screen with nothing
 * to show is in a hurry, and its tries are spread by chance.
 */

export type RefreshEvent =
  /** A page has started. */
  | { readonly kind: 'boot'; readonly at: number }
  /** Somebody knocks. With `isRare`, this may be the only knock for hours. */
  | { readonly kind: 'wake'; readonly at: number; readonly isRare?: boolean | undefined }
  | { readonly kind: 'answered'; readonly at: number; readonly answer: PointerAnswer }
  /** The snapshot has been fetched and verified, or not. */
  | { readonly kind: 'fetched'; readonly at: number; readonly isAdopted: boolean };

export type PointerAnswer =
  /** The endpoint confirms what the screen holds, or says that there is nothing yet. */
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'notModified'; readonly wasConditional: boolean }
  | {
      readonly kind: 'changed';
      readonly pending: Omit<Pending, 'at'>;
      readonly spreadSeconds?: number | undefined;
    }
  | { readonly kind: 'notPaired' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'busy'; readonly retryAfterSeconds?: number | undefined }
  /** No answer, or one that must not be believed. */
  | { readonly kind: 'failed' };

export type RefreshCommand =
  | { readonly kind: 'askPointer'; readonly isConditional: boolean }
  | { readonly kind: 'fetchSnapshot'; readonly pending: Pending; readonly passesCaches: boolean }
  /** The school has removed this screen: delete snapshot and token. */
  | { readonly kind: 'forget' };

/** Waits in ms, by chance; `src/sync/jitter.ts` throws them. */
export type RefreshDice = {
  readonly firstAsk: () => number;
  readonly withoutSnapshot: (failures: number) => number;
  readonly retryAfter: (seconds: number) => number;
  readonly spread: (seconds: number) => number;
};

export type RefreshContext = {
  readonly polling: Polling;
  /** The screen has a snapshot to show. */
  readonly holdsSnapshot: boolean;
  readonly dice: RefreshDice;
};

export type Refresh = {
  readonly state: RefreshState;
  readonly command?: RefreshCommand | undefined;
};

/** A knock this late still belongs to its slot. */
const LATE_MS = 5_000;
/** So many missed slots in a row are no sleep: this page's timers are throttled. */
const MISSED = 3;
const LONGEST_RETRY_SECONDS = 3_600;
const LONGEST_HURRY_MS = 60_000;
/** A clock that has been put back leaves instants that are too far ahead to be meant. */
const LONGEST_WAIT_MS = 1.25 * LONGEST_RETRY_SECONDS * 1000 + 3_600_000;

const UNTOLD: RefreshState = { nextAt: 0, failures: 0, missed: 0 };

/** What a screen does next, and what it remembers. */
export function refresh(
  remembered: RefreshState | undefined,
  event: RefreshEvent,
  context: RefreshContext,
): Refresh {
  const before = remembered && sane(remembered, event.at, context);
  switch (event.kind) {
    case 'boot':
      return { state: booted(before, event.at, context) };
    case 'wake':
      return woken(before ?? booted(undefined, event.at, context), event, context);
    case 'answered':
      return answered(before ?? UNTOLD, event.at, event.answer, context);
    case 'fetched':
      return { state: fetched(before ?? UNTOLD, event, context) };
  }
}

/**
 * A state whose instants a clock put back has left in the future keeps its facts only. What it has
 * asked since counts as asked now: of two memories the one that was asked in later is believed.
 */
function sane(state: RefreshState, at: number, context: RefreshContext): RefreshState {
  const { askedAt = 0, notBefore = 0, nextAt } = state;
  const latest = at + LONGEST_WAIT_MS;
  if (askedAt <= at + LATE_MS && nextAt <= latest && notBefore <= latest) return state;
  return waiting(
    { ...state, askedAt: Math.min(askedAt, at), notBefore: undefined, missed: 0 },
    at,
    context,
  );
}

function booted(
  before: RefreshState | undefined,
  at: number,
  context: RefreshContext,
): RefreshState {
  const state = { ...(before ?? UNTOLD), missed: 0 };
  const { polling, holdsSnapshot, dice } = context;
  if (!holdsSnapshot) {
    // A page that is started over and over must not ask more often than one that stays open.
    const isWaiting = state.failures > 0 && state.nextAt > at;
    return { ...state, nextAt: isWaiting ? state.nextAt : at + dice.firstAsk() };
  }
  // Soon, whatever the hour: what is stored may be from before the holidays.
  const soon = { ...polling, inHoursMs: shortest(polling), isInHours: () => true };
  return waiting(state, at, { ...context, polling: soon });
}

function woken(
  state: RefreshState,
  { at, isRare = false }: { readonly at: number; readonly isRare?: boolean | undefined },
  context: RefreshContext,
): Refresh {
  const { polling, holdsSnapshot } = context;
  const { pending, nextAt, askedAt = 0, notBefore = 0 } = state;
  if (pending && isWithin(at, pending.at)) return fetching(state, at, pending, context);
  const isOwnSlot = isRare && askedAt < slotOf(at, polling) && at >= notBefore;
  if (at < nextAt && !isOwnSlot) return { state };
  const isOnTime = isWithin(at, nextAt);
  if (holdsSnapshot && !isOnTime && !isOwnSlot && state.missed < MISSED) {
    return { state: waiting({ ...state, missed: state.missed + 1 }, at, context) };
  }
  const asked = { ...state, askedAt: at, missed: isOnTime ? 0 : state.missed };
  return {
    // The next slot holds, too, if nothing is heard of this request again.
    state: waiting(asked, at, context),
    command: { kind: 'askPointer', isConditional: true },
  };
}

function answered(
  state: RefreshState,
  at: number,
  answer: PointerAnswer,
  context: RefreshContext,
): Refresh {
  const { dice, holdsSnapshot, polling } = context;
  switch (answer.kind) {
    case 'confirmed':
      return { state: confirmed(state, at, context) };
    case 'notModified':
      if (holdsSnapshot) return { state: confirmed(state, at, context) };
      // Somebody on the way answered for the endpoint: once more, without a condition.
      return answer.wasConditional
        ? { state, command: { kind: 'askPointer', isConditional: false } }
        : { state: failed(state, at, context) };
    case 'changed': {
      const heard = { ...state, isUnpaired: false };
      const known = state.pending?.revision === answer.pending.revision ? state.pending : undefined;
      const fetchAt = known?.at ?? at + dice.spread(answer.spreadSeconds ?? 0);
      const pending = { ...answer.pending, at: fetchAt };
      // A wall without a timetable waits for nobody.
      if (fetchAt <= at || !holdsSnapshot) return fetching(heard, at, pending, context);
      return { state: waiting({ ...heard, pending, failures: 0 }, at, context) };
    }
    case 'notPaired':
      return { state: { ...failed(state, at, context), isUnpaired: true } };
    case 'gone':
      return {
        state: { ...UNTOLD, nextAt: at + LONGEST_HURRY_MS, isUnpaired: true },
        command: { kind: 'forget' },
      };
    case 'busy': {
      const after = failed(state, at, context);
      if (answer.retryAfterSeconds === undefined) return { state: after };
      const seconds = Math.min(answer.retryAfterSeconds, LONGEST_RETRY_SECONDS);
      const notBefore = at + dice.retryAfter(seconds);
      const held = { ...after, notBefore };
      const nextAt = holdsSnapshot ? slotFor(held, at, polling) : Math.max(notBefore, after.nextAt);
      return { state: { ...held, nextAt } };
    }
    case 'failed':
      return { state: failed(state, at, context) };
  }
}

function fetched(
  state: RefreshState,
  { at, isAdopted }: { readonly at: number; readonly isAdopted: boolean },
  context: RefreshContext,
): RefreshState {
  if (isAdopted) return confirmed(state, at, context);
  return { ...failed(state, at, context), pending: undefined, distrustsCaches: true };
}

function fetching(
  state: RefreshState,
  at: number,
  pending: Pending,
  context: RefreshContext,
): Refresh {
  const passesCaches = state.distrustsCaches ?? false;
  return {
    state: waiting({ ...state, pending: undefined }, at, context),
    command: { kind: 'fetchSnapshot', pending, passesCaches },
  };
}

/** `state`, waiting for the screen's next slot; with nothing to show, for a minute. */
function waiting(
  state: RefreshState,
  at: number,
  { polling, holdsSnapshot }: RefreshContext,
): RefreshState {
  const nextAt = holdsSnapshot ? slotFor(state, at, polling) : at + LONGEST_HURRY_MS;
  return { ...state, nextAt };
}

function confirmed(
  { askedAt, missed }: RefreshState,
  at: number,
  context: RefreshContext,
): RefreshState {
  const kept = { ...UNTOLD, askedAt, missed, confirmedAt: at };
  // What is confirmed is held, be it that there is nothing yet.
  return waiting(kept, at, { ...context, holdsSnapshot: true });
}

function failed(state: RefreshState, at: number, context: RefreshContext): RefreshState {
  const nextAt = context.holdsSnapshot
    ? slotFor(state, at, context.polling)
    : at + context.dice.withoutSnapshot(state.failures);
  return { ...state, failures: state.failures + 1, nextAt };
}

/** The screen's next slot after `at`, later than any that it has asked in or was told to leave out. */
function slotFor(
  { askedAt, notBefore = 0, pending }: Pick<RefreshState, 'askedAt' | 'notBefore' | 'pending'>,
  at: number,
  polling: Polling,
): number {
  // The two grids are not aligned: a long slot may lie within a short one that is used up.
  const used = askedAt === undefined ? 0 : slotAfter(askedAt, shortest(polling), polling.phase);
  const earliest = Math.max(at, used - 1, notBefore - 1);
  const slot = nextSlotAfter(polling, earliest);
  return pending && pending.at > at ? Math.min(slot, pending.at) : slot;
}

/** The beginning of the slot that `at` lies in. */
function slotOf(at: number, polling: Polling): number {
  const period = shortest(polling);
  return slotAfter(at, period, polling.phase) - period;
}

function shortest({ inHoursMs, offHoursMs }: Polling): number {
  return Math.min(inHoursMs, offHoursMs);
}

function isWithin(at: number, due: number): boolean {
  return due <= at && at <= due + LATE_MS;
}
