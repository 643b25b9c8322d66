import type { RequestFacts } from '../../../server/answer.ts';
import { SCREEN_PATH } from '../../../src/contract/endpoint.ts';
import type { TimeSample } from '../../../src/contract/message.ts';
import type { RefreshState } from '../../../src/contract/refresh-state.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import type { Kept } from '../../../src/sync/kept.ts';
import { refresh, type RefreshContext, type RefreshDice } from '../../../src/timetable/refresh.ts';
import type { HoursTable } from './hours-table.ts';
import type { KeptDisk } from './kept-disk.ts';
import type { Transport } from './transport.ts';

export type PlainPoll = {
  readonly state: RefreshState;
  readonly time?: TimeSample | undefined;
};

/** A clock further off than this is put right on the way, which only the whole of the refresh does. */
const PLAIN_ERROR_MS = 1_000;

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
  const { kept, credential, remembered } = disk;
  const pointer = kept?.document.snapshot;
  const { snapshot } = kept ?? {};
  if (!kept || !snapshot || !pointer || !credential || !remembered.refresh) return undefined;
  const { context, facts } = habitOf(kept, snapshot, pointer.publishedAt, disk, hours);
  const woken = refresh(remembered.refresh, { kind: 'wake', at: instant }, context);
  if (!woken.command) return done(woken.state);
  if (woken.command.kind !== 'askPointer') return undefined;
  const found = wire.ask(facts);
  if (found.kind !== 'answer' || found.answer.status !== 304) return undefined;
  const { server, tookMs } = found;
  const answeredAt = instant + tookMs;
  if (Math.abs(server + tookMs / 2 - answeredAt) > PLAIN_ERROR_MS) return undefined;
  wire.take();
  wire.wait(tookMs);
  const answer = { kind: 'notModified', wasConditional: true } as const;
  const { state } = refresh(woken.state, { kind: 'answered', at: answeredAt, answer }, context);
  return { ...done(state), time: { server, roundTripMs: tookMs, elapsedMs: 0 } };

  function done(state: RefreshState): PlainPoll {
    disk.remembered = { refresh: state, report: remembered.report };
    return { state };
  }
}

/** What stays the same from poll to poll as long as the screen holds the same. */
export type Habit = {
  readonly of: Kept;
  readonly context: RefreshContext;
  readonly facts: RequestFacts;
};

function habitOf(
  kept: Kept,
  snapshot: Snapshot,
  publishedAt: number,
  disk: KeptDisk,
  hours: HoursTable,
): Habit {
  if (disk.habit?.of === kept) return disk.habit;
  const { authorization } = disk;
  const polling = hours.pollingOf(snapshot, kept.document.screen.phase, publishedAt);
  disk.habit = {
    of: kept,
    context: { polling, holdsSnapshot: true, dice: NO_DICE },
    facts: { method: 'GET', path: SCREEN_PATH, authorization, ifNoneMatch: kept.record.etag },
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
