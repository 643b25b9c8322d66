import type { Refreshed, Wake } from '../contract/message.ts';
import type { NetworkReport, Pending, RefreshState } from '../contract/refresh-state.ts';
import type { Credential, StoredRecord } from '../contract/stored.ts';
import { phaseOfId } from '../timetable/phase.ts';
import { pollingOf } from '../timetable/polling.ts';
import {
  refresh,
  type PointerAnswer,
  type RefreshCommand,
  type RefreshDice,
  type RefreshEvent,
} from '../timetable/refresh.ts';
import { reasonOf, type AnswerTime, type AskDeps } from './ask.ts';
import { compareKept } from './compare-kept.ts';
import { fetchScreen, type ScreenAnswer } from './fetch-screen.ts';
import { fetchSnapshot } from './fetch-snapshot.ts';
import { freshUntilOf } from './fresh-until-of.ts';
import { newestHeld, refusalOfDocument, type Held } from './held.ts';
import type { Kept } from './kept.ts';
import type { ScreenStore } from './screen-store.ts';

/*
 * One knock: what the reducer decides is done, and what comes of it is stored. The service worker
 * and a page without one run the same code.
 *
 * Time. The page owns the clock, because it is the page that shows it; the worker's own time of day
 * is never asked. A wake says what time it is (`instant`), and while the knock is worked on, time is
 * that plus what has passed on the monotonic clock. If an answer of the endpoint shows that the page
 * is off by more than two seconds, the endpoint's time is used from then on, so that the next slot
 * lies on true time even before the page has corrected itself. The page gets the comparison as
 * durations only (round trip, elapsed since), which mean the same on any clock.
 */

export type RefreshDeps = AskDeps & {
  readonly store: ScreenStore;
  readonly jitter: RefreshDice;
};

/** A knock; with `isRare`, on behalf of nobody in particular, such as periodic background sync. */
export type Knock = Wake & { readonly isRare?: boolean | undefined };

const STEP_MS = 2_000;
/** The page gives up on the worker after 20 s; what takes longer is left for the next slot. */
const BUDGET_MS = 18_000;

/** One knock while it is worked on. */
type Run = {
  readonly knock: Knock;
  readonly deps: RefreshDeps;
  readonly wokenAt: number;
  /** As stored when the knock came. */
  readonly kept: Kept | undefined;
  readonly held: Held | undefined;
  state: RefreshState | undefined;
  report: NetworkReport;
  /** What the endpoint's clock read in the answer to an earlier knock. */
  readonly told: number | undefined;
  /** What has been verified and stored since. */
  adopted?: Kept;
  time?: AnswerTime;
  /** Endpoint's time − what the page believes. */
  skew: number;
  isGone: boolean;
};

/** Does one slot's work for a screen, or finds that there is none. Never rejects. */
export async function refreshScreen(knock: Knock, deps: RefreshDeps): Promise<Refreshed> {
  const wokenAt = deps.monotonic();
  const credential = await credentialFor(knock, deps.store);
  const kept = await deps.store.readRecord(knock.screen);
  const { refresh: stored, report: noted } = await deps.store.readRemembered(knock.screen);
  const held = newestHeld(kept, knock.holds);
  const state = laterState(stored, knock.refresh);
  const report = laterReport(noted, knock.report);
  const { told } = report;
  const run: Run = {
    knock,
    deps,
    wokenAt,
    kept,
    held,
    state,
    report,
    told,
    skew: 0,
    isGone: false,
  };

  if (knock.isBoot === true) decide(run, { kind: 'boot', at: now(run) });
  const command = decide(run, { kind: 'wake', at: now(run), isRare: knock.isRare });
  if (command && credential) await followAll(run, command, credential);
  if (!run.isGone) await remember(run);
  return answerOf(run);
}

async function credentialFor(
  { screen, credential }: Knock,
  store: ScreenStore,
): Promise<Credential | undefined> {
  const stored = await store.readCredential(screen);
  if (!credential) return stored;
  const isStored = stored?.token === credential.token && stored.school === credential.school;
  if (!isStored) await store.saveCredential(credential);
  return credential;
}

function now({ knock, deps, wokenAt, skew }: Run): number {
  return knock.instant + skew + (deps.monotonic() - wokenAt);
}

function decide(run: Run, event: RefreshEvent): RefreshCommand | undefined {
  const newest = run.adopted ?? run.kept;
  const document = newest?.document ?? run.held?.document;
  const phase = document?.screen.phase ?? phaseOfId(run.knock.screen);
  const { state, command } = refresh(run.state, event, {
    polling: pollingOf(newest?.snapshot, phase, newest?.document.snapshot?.publishedAt),
    holdsSnapshot: newest?.snapshot !== undefined || run.held?.document.snapshot !== undefined,
    dice: run.deps.jitter,
  });
  run.state = state;
  return command;
}

async function followAll(run: Run, first: RefreshCommand, credential: Credential): Promise<void> {
  let command: RefreshCommand | undefined = first;
  while (command) {
    const event: RefreshEvent | undefined = await follow(run, command, credential);
    command = event && decide(run, event);
  }
}

async function follow(
  run: Run,
  command: RefreshCommand,
  credential: Credential,
): Promise<RefreshEvent | undefined> {
  switch (command.kind) {
    case 'askPointer':
      return askPointer(run, command.isConditional, credential);
    case 'fetchSnapshot':
      return fetchPending(run, command.pending, command.passesCaches, credential);
    case 'forget':
      run.isGone = true;
      await run.deps.store.forget(run.knock.screen);
      return undefined;
  }
}

async function askPointer(
  run: Run,
  isConditional: boolean,
  credential: Credential,
): Promise<RefreshEvent> {
  // Before the request: if this worker is stopped in the middle of it, the slot is used up.
  await remember(run);
  const etag = isConditional ? run.held?.etag : undefined;
  const answer = await fetchScreen(credential, etag, run.deps);
  if (answer.time) {
    if (wasTold(run, answer.time)) {
      note(run, 'the answer is an earlier one', true);
      return { kind: 'answered', at: now(run), answer: { kind: 'failed' } };
    }
    tookTime(run, answer.time);
  }
  const judgement = await judged(run, answer, etag !== undefined, credential);
  return { kind: 'answered', at: now(run), answer: judgement };
}

/**
 * Whether an answer is no later than that of an earlier knock: a proxy replays it, and its time would
 * stop the clock. An endpoint whose clock was put back is believed with its next answer, which is
 * later than this one.
 */
function wasTold(run: Run, { server }: AnswerTime): boolean {
  run.report = { ...run.report, told: server };
  return run.told !== undefined && server <= run.told;
}

function tookTime(run: Run, time: AnswerTime) {
  const server = time.server + time.roundTripMs / 2 + (run.deps.monotonic() - time.receivedAt);
  const error = server - now(run);
  if (Math.abs(error) >= STEP_MS) run.skew += error;
  run.time = time;
  run.report = { ...run.report, answeredAt: now(run) };
}

async function judged(
  run: Run,
  answer: ScreenAnswer,
  wasConditional: boolean,
  credential: Credential,
): Promise<PointerAnswer> {
  if ('reason' in answer) note(run, answer.reason, answer.kind === 'refused');
  switch (answer.kind) {
    case 'document':
      return judgedDocument(run, answer, credential);
    case 'notModified':
      return { kind: 'notModified', wasConditional };
    case 'failed':
    case 'refused':
      return { kind: 'failed' };
    case 'busy':
    case 'notPaired':
    case 'gone':
      return answer;
  }
}

async function judgedDocument(
  run: Run,
  { document, text: documentText, etag }: ScreenAnswer & { readonly kind: 'document' },
  credential: Credential,
): Promise<PointerAnswer> {
  const refusal = refusalOfDocument(document, run.held?.document);
  if (refusal !== undefined) {
    note(run, refusal, true);
    return { kind: 'failed' };
  }
  const record = { document: documentText, etag };
  const revision = document.snapshot?.revision;
  if (revision === undefined) {
    return (await adopt(run, record, credential)) ? { kind: 'confirmed' } : { kind: 'failed' };
  }
  const text = await storedText(run, revision);
  if (text !== undefined && (await adopt(run, { ...record, text }, credential))) {
    return { kind: 'confirmed' };
  }
  const pending = { document: documentText, etag, revision };
  return { kind: 'changed', pending, spreadSeconds: document.spread };
}

/** A new setting and a roll-back both name a snapshot that may be here already. */
async function storedText({ kept, deps, knock }: Run, revision: string) {
  if (kept?.document.snapshot?.revision === revision) return kept.record.text;
  return deps.store.findText(knock.screen, revision);
}

async function fetchPending(
  run: Run,
  { document, etag, revision }: Pending,
  passesCaches: boolean,
  credential: Credential,
): Promise<RefreshEvent> {
  const timeoutMs = BUDGET_MS - (run.deps.monotonic() - run.wokenAt);
  if (timeoutMs <= 0) {
    note(run, 'snapshot: no time was left to fetch it, so slow is this device’s storage', false);
    return { kind: 'fetched', at: now(run), isAdopted: false };
  }
  const answer = await fetchSnapshot({ revision, passesCaches, timeoutMs }, run.deps);
  if (answer.kind !== 'snapshot') {
    note(run, `snapshot: ${answer.reason}`, answer.kind === 'refused');
    return { kind: 'fetched', at: now(run), isAdopted: false };
  }
  const isAdopted = await adopt(run, { document, etag, text: answer.text }, credential);
  return { kind: 'fetched', at: now(run), isAdopted };
}

async function adopt(run: Run, record: StoredRecord, credential: Credential): Promise<boolean> {
  try {
    run.adopted = await run.deps.store.saveRecord(credential, record, now(run));
    return true;
  } catch (error) {
    note(run, reasonOf(error), true);
    return false;
  }
}

function note(run: Run, text: string, isRefused: boolean) {
  const refused = run.report.refused + (isRefused ? 1 : 0);
  run.report = { ...run.report, refused, lastError: { at: now(run), text } };
}

async function remember({ knock, deps, state, report }: Run): Promise<void> {
  await deps.store.saveRemembered(knock.screen, { refresh: state, report });
}

function answerOf(run: Run): Refreshed {
  const { knock, deps, wokenAt, adopted, kept, held, state, report, time, isGone } = run;
  const newest = isGone ? undefined : (adopted ?? kept);
  const isBehind = !isGone && held !== undefined && (!newest || compareKept(newest, held) < 0);
  const isOther = newest && !isBehind && newest.record.document !== knock.holds?.document;
  return {
    kind: 'refreshed',
    screen: knock.screen,
    refresh: state ?? { nextAt: now(run), failures: 0, missed: 0 },
    report,
    freshUntil: freshUntilOf(newest, state),
    workedMs: deps.monotonic() - wokenAt,
    time: time && messageOf(time, deps.monotonic()),
    record: isOther ? newest.record : undefined,
    lacksRecord: isBehind,
    isGone,
  };
}

function messageOf({ server, roundTripMs, receivedAt }: AnswerTime, sentAt: number) {
  return { server, roundTripMs, elapsedMs: sentAt - receivedAt };
}

function laterState(
  a: RefreshState | undefined,
  b: RefreshState | undefined,
): RefreshState | undefined {
  return (b?.askedAt ?? 0) > (a?.askedAt ?? 0) ? b : (a ?? b);
}

/** Storage that was lost must not let a proxy begin its replay anew: the page has heard a later answer. */
function laterReport(a: NetworkReport, b: NetworkReport | undefined): NetworkReport {
  return b && (b.told ?? 0) > (a.told ?? 0) ? b : a;
}
