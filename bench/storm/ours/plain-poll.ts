import { SCREEN_PATH } from '../../../src/contract/endpoint.ts';
import type { TimeSample } from '../../../src/contract/message.ts';
import type { RefreshState } from '../../../src/contract/refresh-state.ts';
import type { Kept } from '../../../src/sync/kept.ts';
import { refresh, type RefreshContext, type RefreshDice } from '../../../src/timetable/refresh.ts';
import type { HoursTable } from './hours-table.ts';
import type { KeptDisk } from './kept-disk.ts';
import type { Poll } from './poll-answer.ts';
import { ask, take, type Transport } from './transport.ts';

export type PlainPoll = {
  readonly state: RefreshState;
  readonly time: TimeSample | undefined;
};

/** A clock further off than this is put right on the way, which only the whole of the refresh does. */
const PLAIN_ERROR_MS = 1_000;
const UNCHANGED = { kind: 'notModified', wasConditional: true } as const;

/**
 * The commonest knock of all, a screen that holds what is current and asks whether it is, done with
 * the shipped reducer and route alone: `refreshScreen` without its promises. Whatever is not that is
 * left for `refreshScreen`, answer included; `screen-here.test.ts` holds that both come to the same.
 */
export function plainPoll(
  instant: number,
  disk: KeptDisk,
  wire: Transport,
  hours: HoursTable,
): PlainPoll | undefined {
  if (!disk.kept || !disk.credential || !disk.refresh) return undefined;
  const habit = disk.habit?.of === disk.kept ? disk.habit : habitOf(disk.kept, disk, hours);
  if (!habit) return undefined;
  const { context, poll } = habit;
  const woken = refresh(disk.refresh, { kind: 'wake', at: instant }, context);
  if (!woken.command) {
    disk.refresh = woken.state;
    return { state: woken.state, time: undefined };
  }
  if (woken.command.kind !== 'askPointer') return undefined;
  const found = ask(wire, poll);
  if (found.kind !== 'answer' || found.answer.status !== 304) return undefined;
  const { server, tookMs } = found;
  const at = instant + tookMs;
  if (Math.abs(server + tookMs / 2 - at) > PLAIN_ERROR_MS) return undefined;
  take(wire, found);
  const { state } = refresh(woken.state, { kind: 'answered', at, answer: UNCHANGED }, context);
  disk.refresh = state;
  return { state, time: { server, roundTripMs: tookMs, elapsedMs: 0 } };
}

/** What stays the same from poll to poll as long as the screen holds the same. */
export type Habit = {
  readonly of: Kept;
  readonly context: RefreshContext;
  readonly poll: Poll;
};

/** Absent: it holds nothing to show. */
function habitOf(kept: Kept, disk: KeptDisk, hours: HoursTable): Habit | undefined {
  const { document, snapshot, record } = kept;
  if (!document.snapshot || !snapshot) return undefined;
  const { authorization } = disk;
  const polling = hours.pollingOf(snapshot, document.screen.phase, document.snapshot.publishedAt);
  disk.habit = {
    of: kept,
    context: { polling, holdsSnapshot: true, dice: NO_DICE },
    poll: { method: 'GET', path: SCREEN_PATH, authorization, ifNoneMatch: record.etag },
  };
  return disk.habit;
}

/** A screen that holds something leaves nothing to chance. */
const NO_DICE: RefreshDice = {
  firstAsk: thrown,
  withoutSnapshot: thrown,
  retryAfter: thrown,
  spread: thrown,
};

function thrown(): never {
  throw new Error('A plain poll has thrown dice');
}
