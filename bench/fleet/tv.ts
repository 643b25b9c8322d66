import { SCREEN_PATH } from '../../src/contract/endpoint.ts';
import type { Refreshed } from '../../src/contract/message.ts';
import type { RefreshState } from '../../src/contract/refresh-state.ts';
import { parseScreenDocument } from '../../src/contract/screen.ts';
import type { Credential, StoredRecord } from '../../src/contract/stored.ts';
import { jitterFrom } from '../../src/sync/jitter.ts';
import { keeperOf } from '../../src/sync/keeper.ts';
import { knocker } from '../../src/sync/knock.ts';
import type { ScreenStore } from '../../src/sync/screen-store.ts';
import type { Exchange, Moment, ScreenNotes } from './messages.ts';
import { tvWire } from './tv-wire.ts';

/** A TV that is on: the page's metronome and its keeper, without the page. */
export type Tv = {
  /** To be called once a second. */
  readonly tick: (instant: number) => void;
  /** What was noted since this was last called. */
  readonly tell: () => ScreenNotes;
  readonly switchOff: () => void;
};

export type TvDeps = { readonly origin: string; readonly store: ScreenStore };

const monotonic = () => performance.now();

/** Switches on a TV, which opens what is stored and then asks as the shipped code decides. */
export async function switchOn(credential: Credential, { origin, store }: TvDeps): Promise<Tv> {
  const wire = tvWire(origin);
  const switchedOnAt = Date.now();
  let record: StoredRecord | undefined;
  let revision = '';
  let state: RefreshState | undefined;
  let lastError: string | undefined;
  let isOn = true;
  let exchanges: Exchange[] = [];
  let shown: Moment[] = [];
  let confirmed: Moment[] = [];
  let toldBytes = 0;
  let toldConnections = 0;

  async function noted(url: string, init: RequestInit): Promise<Response> {
    const kind = url === SCREEN_PATH ? 'pointer' : 'snapshot';
    const at = Date.now();
    const from = monotonic();
    const note = (status: number) => exchanges.push({ kind, at, ms: monotonic() - from, status });
    try {
      const response = await wire.fetch(url, init);
      note(response.status);
      return response;
    } catch (error) {
      note(0);
      throw error;
    }
  }

  function show(next: StoredRecord) {
    record = next;
    revision = parseScreenDocument(next.document).snapshot?.revision ?? '';
    shown.push({ at: Date.now(), revision });
  }

  function heard(answer: Refreshed) {
    if (answer.record) show(answer.record);
    const { confirmedAt } = answer.refresh;
    if (confirmedAt !== undefined && confirmedAt !== state?.confirmedAt) {
      confirmed.push({ at: confirmedAt, revision });
    }
    state = answer.refresh;
    lastError = answer.report.lastError?.text;
  }

  const keeper = keeperOf({
    store,
    report: (what, error) => console.error(what, error),
    jitter: jitterFrom(Math.random),
    fetch: noted,
    monotonic,
  });
  const knocks = knocker({
    worker: () => 'none',
    wakeWorker: () => new Promise(() => {}),
    refreshHere: (wake) => keeper.wake(wake),
    registerAnew: () => {},
    makeWake: (isBoot) => ({
      kind: 'wake',
      screen: credential.screen,
      instant: Date.now(),
      isBoot,
      credential,
      holds: record && { document: record.document, etag: record.etag },
      refresh: state,
    }),
    heard,
    monotonic,
    setTimeout: (work, ms) =>
      later(() => {
        if (isOn) work();
      }, ms),
  });

  const opened = await keeper.open({ kind: 'open', credential });
  if (opened.record) show(opened.record);
  state = opened.refresh;
  knocks.tick(Date.now());

  return {
    tick: knocks.tick,
    tell() {
      const [bytes, connections] = [wire.bytes(), wire.connections()];
      const notes = {
        school: credential.school,
        switchedOnAt,
        exchanges,
        shown,
        confirmed,
        lastError,
        bytes: bytes - toldBytes,
        connections: connections - toldConnections,
      };
      [exchanges, shown, confirmed] = [[], [], []];
      [toldBytes, toldConnections] = [bytes, connections];
      return notes;
    },
    switchOff() {
      isOn = false;
      wire.close();
    },
  };
}

/**
 * Node counts from the beginning of its turn, in which thousands of screens may have had theirs: its
 * timers are early by that much, and a browser's are not.
 */
function later(work: () => void, ms: number) {
  const due = monotonic() + ms;
  setTimeout(() => {
    const left = due - monotonic();
    if (left > 0) later(work, left);
    else work();
  }, ms);
}
