// First, so that it has run before anything else is evaluated.
// oxlint-disable-next-line import/no-unassigned-import
import './sync/engine-shim.ts';
import { render } from 'preact';

import type { Refreshed, Wake } from './contract/message.ts';
import type { NetworkReport } from './contract/refresh-state.ts';
import type { ScreenSettings } from './contract/screen.ts';
import type { Snapshot } from './contract/snapshot.ts';
import type { Credential, StoredRecord } from './contract/stored.ts';
import { App } from './display/app.tsx';
import { rememberLast } from './display/remember.ts';
import { readBuildFacts } from './page/build-facts.ts';
import { diagnosticsView, type PageFacts } from './page/diagnostics-view.ts';
import { listenToKeys } from './page/keys.ts';
import { pageClock, type PageClock } from './page/page-clock.ts';
import { askForPeriodicSync } from './page/periodic-sync.ts';
import { askToPersist, readStorageFacts, type StorageFacts } from './page/storage-facts.ts';
import { keepAwake } from './page/wake-lock.ts';
import { workerUrl, type TrustedTypes, type WorkerUrl } from './page/worker-url.ts';
import { appUpdate } from './sync/app-update.ts';
import { addressOf, parseAddress } from './sync/credential.ts';
import { jitterFrom } from './sync/jitter.ts';
import { compareKept, parseRecord, type Kept } from './sync/kept.ts';
import { knocker } from './sync/knock.ts';
import { refreshScreen } from './sync/refresh-screen.ts';
import { screenStore, type Remembered } from './sync/screen-store.ts';
import { cachedTexts, localTexts, NO_TEXTS } from './sync/second-copy.ts';
import { snapshotDb } from './sync/snapshot-db.ts';
import { isUpdateMoment } from './sync/update-moment.ts';
import { overheardIn, tellWorker, wakeWorker } from './sync/worker-channel.ts';
import { freshnessAt, servedFreshness, type Freshness } from './timetable/freshness.ts';
import { phaseOfId } from './timetable/phase.ts';
import { pollingOf } from './timetable/polling.ts';

/*
 * The page of a wall. It shows what is stored, once a second; it owns the clock; it knocks. This is
 * the only file that reads the clock, the dice and the globals; everything else is told.
 */

const SECOND_MS = 1_000;
const CLOCK_SAVE_MS = 10 * 60_000;
const DIAGNOSTICS_MS = 60_000;
const FRESHNESS_MS = 5_000;
const ANSWERED = 'riwaq-answered';
const FRESH: Freshness = { kind: 'fresh' };

const facts = readBuildFacts(document);
const jitter = jitterFrom(Math.random);
const monotonic = () => performance.now();
/** What the page policy may name is made once: a policy of this name exists only once. */
let scriptUrl: WorkerUrl | undefined;
let storageTrouble: string | undefined;
const store = screenStore(snapshotDb(noteTrouble), secondCopies(), noteTrouble);

function noteTrouble(what: string, error: unknown) {
  const reason = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
  storageTrouble = reason === '' ? what : `${what}: ${reason}`;
  console.warn(storageTrouble);
}

function secondCopies() {
  try {
    // Absent on plain http. A browser may also forbid either of them.
    return 'caches' in window ? cachedTexts(caches) : localTexts(localStorage);
  } catch {
    return NO_TEXTS;
  }
}

/** The credential of the screen that the address names. A secret does not stay in the address. */
async function openScreen(): Promise<Credential | undefined> {
  const address = parseAddress(location.hash);
  if (address.kind === 'link') {
    await store.saveCredential(address.credential);
    history.replaceState(null, '', addressOf(address.credential.screen));
    return address.credential;
  }
  const screen = address.kind === 'screen' ? address.screen : await store.readLast();
  const credential = screen === undefined ? undefined : await store.readCredential(screen);
  if (credential) history.replaceState(null, '', addressOf(credential.screen));
  return credential;
}

async function start(): Promise<void> {
  const credential = await openScreen();
  const screen = credential?.screen;
  const [kept, remembered, storedClock] = await Promise.all([
    screen === undefined ? undefined : store.readRecord(screen),
    screen === undefined ? undefined : store.readRemembered(screen),
    store.readClock(),
  ]);
  const clock = pageClock({
    read: () => ({ device: Date.now(), monotonic: performance.now() }),
    stored: storedClock,
    builtAt: facts.builtAt,
    isReload: wasAnswered(),
  });
  runWall({ credential, kept, remembered, clock });
  if (screen !== undefined) await store.saveLast(screen);
}

/** Whether the endpoint has answered in this browsing session: then the device has not been off. */
function wasAnswered(): boolean {
  try {
    return sessionStorage.getItem(ANSWERED) !== null;
  } catch {
    return false;
  }
}

function noteAnswered() {
  try {
    sessionStorage.setItem(ANSWERED, '1');
  } catch {
    // Forbidden here: every start then counts as one of the device.
  }
}

type Beginning = {
  readonly credential: Credential | undefined;
  readonly kept: Kept | undefined;
  readonly remembered: Remembered | undefined;
  readonly clock: PageClock;
};

function runWall({ credential: opened, kept: stored, remembered, clock }: Beginning) {
  const root = document.getElementById('wall') ?? document.body;
  const startedAt = clock.now();
  let credential = opened;
  let kept = stored;
  let refresh = remembered?.refresh;
  let report: NetworkReport = remembered?.report ?? { refused: 0 };
  let clockSavedAt = monotonic();
  let toldBootOk: ServiceWorker | undefined;
  let diagnosticsUntil = 0;
  let storageFacts: StorageFacts = {};

  const update = appUpdate({ register, jitter, monotonic, setTimeout: later, reload });
  const knocks = knocker({
    worker: workerState,
    wakeWorker: (wake) => {
      const active = update.registration()?.active;
      return active ? wakeWorker(active, wake) : new Promise(() => {});
    },
    refreshHere: (wake) => refreshScreen(wake, { store, jitter, monotonic, fetch: request }),
    registerAnew: () => void update.register(),
    makeWake,
    heard,
    monotonic,
    setTimeout: later,
  });

  // What `index.html` says before any script; Preact would leave it standing beside the wall.
  root.textContent = '';
  tick();
  void update.register();
  keepAwake(document);
  listen();

  function tick() {
    // First: nothing that goes wrong below may stop the clock.
    setTimeout(tick, SECOND_MS - (clock.now() % SECOND_MS));
    look();
  }

  function look() {
    const instant = clock.now();
    const isPainted = paint(instant);
    if (credential) knocks.tick(instant);
    update.tick(isGoodMoment(instant));
    if (isPainted) sayBootOk();
    if (monotonic() - clockSavedAt >= CLOCK_SAVE_MS) saveClock();
  }

  function paint(instant: number): boolean {
    try {
      render(
        <App
          snapshot={kept?.snapshot}
          screen={screenSettings()}
          instant={instant}
          clock={clock.trust() === 'untrusted' ? 'untrusted' : 'trusted'}
          freshness={freshness(instant)}
          confirmedAt={confirmedAt()}
          pill={refresh?.isUnpaired === true ? 'notPaired' : undefined}
          diagnostics={
            monotonic() < diagnosticsUntil ? diagnosticsView(pageFacts(instant)) : undefined
          }
          reportError={noteTrouble}
        />,
        root,
      );
      return true;
    } catch (error) {
      noteTrouble('Cannot paint', error);
      // From nothing, at the next second: what is on the screen may be half of two paintings.
      render(null, root);
      return false;
    }
  }

  function screenSettings(): ScreenSettings | undefined {
    if (kept) return kept.document.screen;
    if (!credential || refresh?.isUnpaired === true) return undefined;
    const { screen, school } = credential;
    return { id: screen, school, name: '', phase: phaseOfId(screen) };
  }

  function confirmedAt(): number | undefined {
    return refresh?.confirmedAt ?? kept?.document.snapshot?.publishedAt;
  }

  function freshness(instant: number): Freshness {
    const { snapshot, document } = kept ?? {};
    const confirmed = confirmedAt();
    if (!snapshot || !document?.snapshot || confirmed === undefined) return FRESH;
    const served = servedFreshness(document.snapshot, snapshot.offsets);
    if (served) return served;
    const { phase } = document.screen;
    return freshnessOf(snapshot, phase, confirmed, Math.floor(instant / FRESHNESS_MS));
  }

  function isGoodMoment(instant: number): boolean {
    const isWaiting = Boolean(update.registration()?.waiting);
    if (!isWaiting || !kept?.snapshot || clock.trust() === 'untrusted') return false;
    return isUpdateMoment(kept.snapshot, kept.document.screen.id, instant);
  }

  function makeWake(isBoot: boolean): Wake {
    return {
      kind: 'wake',
      screen: credential?.screen ?? '',
      instant: clock.now(),
      isBoot,
      credential,
      holds: kept && { document: kept.record.document, etag: kept.record.etag },
      refresh,
    };
  }

  function heard(answer: Refreshed, delayMs: number) {
    if (!credential || answer.screen !== credential.screen) return;
    ({ refresh, report } = answer);
    if (answer.time) {
      clock.answered(answer.time, delayMs);
      noteAnswered();
      saveClock();
    }
    if (answer.record) adopt(answer.record);
    if (answer.lacksRecord === true) keepAgain();
    if (answer.isGone === true) forget(credential);
    paint(clock.now());
  }

  function adopt(record: StoredRecord) {
    try {
      const next = parseRecord(record);
      // Two tabs may hear of two generations in any order.
      if (kept && compareKept(next, kept) < 0) return;
      if (!kept) askToPersist();
      kept = next;
    } catch (error) {
      noteTrouble('Cannot use what the worker sent', error);
    }
  }

  function keepAgain() {
    const active = update.registration()?.active;
    if (!active || !kept || !credential) return;
    tellWorker(active, { kind: 'keep', credential, record: kept.record });
    void store.saveLast(credential.screen);
    saveClock();
  }

  function forget({ screen }: Credential) {
    credential = undefined;
    kept = undefined;
    refresh = undefined;
    void store.forget(screen);
  }

  function saveClock() {
    clockSavedAt = monotonic();
    void store.saveClock(clock.toStore());
  }

  function workerState(): 'active' | 'coming' | 'none' {
    if (!hasWorkers() || update.failure() !== undefined) return 'none';
    return update.registration()?.active ? 'active' : 'coming';
  }

  function sayBootOk() {
    const active = update.registration()?.active;
    if (!active || active.state !== 'activated' || active === toldBootOk) return;
    toldBootOk = active;
    tellWorker(active, { kind: 'bootOk', build: facts.build });
    const registration = update.registration();
    if (registration) askForPeriodicSync(registration);
  }

  function listen() {
    for (const type of ['online', 'pageshow', 'focus']) addEventListener(type, look);
    document.addEventListener('visibilitychange', look);
    addEventListener('hashchange', () => {
      if (parseAddress(location.hash).kind === 'link') reload();
    });
    if (hasWorkers()) {
      navigator.serviceWorker.addEventListener('message', ({ data }) => {
        const answer = overheardIn(data);
        if (answer && answer.screen === credential?.screen) knocks.overheard(answer);
      });
    }
    listenToKeys(window, {
      isOpen: () => monotonic() < diagnosticsUntil,
      open: openDiagnostics,
      close: () => {
        diagnosticsUntil = 0;
        paint(clock.now());
      },
      accept: () => void applyOrReload(),
    });
  }

  function openDiagnostics() {
    diagnosticsUntil = monotonic() + DIAGNOSTICS_MS;
    paint(clock.now());
    void readStorageFacts().then((read) => (storageFacts = read));
  }

  async function applyOrReload(): Promise<void> {
    const mayApply = kept?.snapshot !== undefined && update.registration()?.waiting;
    if (!mayApply || !(await update.apply())) reload();
  }

  function pageFacts(instant: number): PageFacts {
    return {
      instant,
      kept,
      credential,
      isStale: freshness(instant).kind === 'stale',
      refresh,
      report,
      isOnline: navigator.onLine,
      host: location.host,
      clock: {
        trust: clock.trust(),
        offset: clock.offset(),
        bound: clock.bound(),
        device: Date.now(),
        deviceZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      app: {
        build: facts.build,
        isUpdateWaiting: Boolean(update.registration()?.waiting),
        worker: knocks.status(),
        workerFailure: update.failure(),
        startedAt,
      },
      storage: { ...storageFacts, lastError: storageTrouble },
      display: {
        size: `${innerWidth} × ${innerHeight}, ${devicePixelRatio} device pixels each`,
        engine: /(Chrome|Firefox|Version)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? 'unknown',
        theme: document.documentElement.dataset['theme'] ?? 'light',
      },
      closesInSeconds: Math.ceil((diagnosticsUntil - monotonic()) / SECOND_MS),
    };
  }
}

/** Three slots ahead are a walk through the school's hours: not every second. */
const freshnessOf = rememberLast(
  (snapshot: Snapshot, phase: number, confirmed: number, look: number) =>
    freshnessAt(confirmed, pollingOf(snapshot, phase), snapshot.offsets, look * FRESHNESS_MS),
);

function hasWorkers(): boolean {
  return import.meta.env.PROD && 'serviceWorker' in navigator;
}

function trustedTypesOf(scope: Window & { readonly trustedTypes?: TrustedTypes }) {
  return scope.trustedTypes;
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  if (!hasWorkers()) return undefined;
  scriptUrl ??= workerUrl(trustedTypesOf(window));
  // Past the browser's own cache, so that an update is seen at the first look.
  return navigator.serviceWorker.register(scriptUrl, { updateViaCache: 'none' });
}

function request(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init);
}

function later(work: () => void, ms: number) {
  setTimeout(work, ms);
}

function reload() {
  location.reload();
}

void start();
