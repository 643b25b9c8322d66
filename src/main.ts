import {
  isMessage,
  type Opened,
  type Refreshed,
  type ToPage,
  type Wake,
} from './contract/message.ts';
import type { Credential, StoredRecord } from './contract/stored.ts';
import { resting } from './display/board-zone.tsx';
import { holdsFor, stillHolds } from './display/holds.ts';
import { part } from './display/part.ts';
import { askToPersist } from './page/ask-to-persist.ts';
import { readBuildFacts } from './page/build-facts.ts';
import { chimes } from './page/chime/chimes.ts';
import { listenToKeys } from './page/keys.ts';
import { openWall } from './page/open-wall.ts';
import { calledAt, NO_CALL, overlayCall } from './page/overlay-call.ts';
import { pageClock } from './page/page-clock.ts';
import type { OverlayName } from './page/page-facts.ts';
import {
  afterAnswer,
  afterOpening,
  afterRecord,
  settingsOf,
  UNPAIRED,
  type PageState,
} from './page/page-state.ts';
import { paintWall } from './page/paint-wall.tsx';
import { askForPeriodicSync } from './page/periodic-sync.ts';
import { registerWorker } from './page/register-worker.ts';
import { note, noted, SELF_TEST } from './page/session.ts';
import { keepAwake } from './page/wake-lock.ts';
import { appUpdate } from './sync/app-update.ts';
import { addressOf, parseAddress } from './sync/credential.ts';
import type { Keeper } from './sync/keeper.ts';
import { knocker } from './sync/knock.ts';
import { updateJitter } from './sync/update-jitter.ts';
import { askWorker, tellWorker } from './sync/worker-channel.ts';

/*
 * The page of a wall. It shows what its keeper has stored, once a second; it owns the clock; it
 * knocks. The keeper is the service worker, or where there is none a part of the app that is loaded
 * then. This is the only file that reads the clock, the dice and the globals; everything else is told.
 */

const SECOND_MS = 1_000;
const CLOCK_SAVE_MS = 10 * 60_000;
const OPEN_AGAIN_MS = 5_000;
/** Noted once the endpoint has answered: a page that finds it is a reload. */
const ANSWERED = 'riwaq-answered';

const facts = readBuildFacts(document);
const monotonic = () => performance.now();
const workers =
  import.meta.env.PROD && 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
const root = document.getElementById('wall') ?? document.body;
const address = parseAddress(location.hash);

let state: PageState = UNPAIRED;
/** What is stored has been read. */
let isOpened = false;
let clock = clockFrom(undefined);
let clockSavedAt = monotonic();
let trouble: string | undefined;
let toldBootOk: ServiceWorker | undefined;
let call = noted(SELF_TEST) === undefined ? NO_CALL : overlayCall('selfTest', monotonic());
const keeperPart = part(() => import('./page/keeper-here.ts'));
/** When a new build may take over: wanted when one waits. */
const momentPart = part(() => import('./sync/update-moment.ts'));
let ownKeeper: Keeper | undefined;

const update = appUpdate({
  register,
  jitter: updateJitter(Math.random),
  monotonic,
  setTimeout: later,
  reload,
});
const knocks = knocker({
  worker: () => {
    if (!workers || update.failure() !== undefined) return 'none';
    return active() ? 'active' : 'coming';
  },
  wakeWorker: async (wake) => {
    const worker = active();
    return worker ? askWorker(worker, wake, 'refreshed') : new Promise(() => {});
  },
  refreshHere: async (wake) => (await here()).wake(wake),
  registerAnew: () => void update.register(),
  makeWake,
  heard,
  monotonic,
  setTimeout: later,
});
const startedAt = clock.now();

if (address.kind === 'link') state = { ...state, credential: address.credential };
tick();
void update.register();
keepAwake(document);
listen();
void open();
// Where no worker keeps the app on this device, the network may be gone when it is wanted.
if (!workers) resting.load().catch(() => {});

function tick() {
  // First: nothing that goes wrong below may stop the clock.
  later(tick, SECOND_MS - (clock.now() % SECOND_MS));
  look();
}

function look() {
  const instant = clock.now();
  // What `index.html` says before any script stays until it is known what to show instead.
  if (!isOpened && !state.credential) return;
  const isPainted = stillHolds(instant) || paint(instant);
  if (state.credential) knocks.tick(instant);
  if (settingsOf(state)?.chime === 'bells') {
    chimes.load().then(
      ({ chime }) => chime(state, clock),
      () => {},
    );
  }
  update.tick(isGoodMoment(instant));
  if (isPainted) sayBootOk();
  if (monotonic() - clockSavedAt >= CLOCK_SAVE_MS) saveClock();
}

function paint(instant: number): boolean {
  const parts = {
    state,
    clock,
    update,
    knocks,
    build: facts.build,
    startedAt,
    trouble,
    closesInSeconds: Math.ceil((call.until - monotonic()) / SECOND_MS),
    random: Math.random,
    monotonic,
    fetch: request,
    workers,
    here,
    call: callOverlay,
    paired,
  };
  return paintWall(root, instant, calledAt(call, monotonic()), parts, noteTrouble);
}

async function open(): Promise<void> {
  try {
    const screen = address.kind === 'screen' ? address.screen : undefined;
    const { credential } = state;
    opened(await openWall({ kind: 'open', screen, credential }, { workers, here }));
  } catch (error) {
    noteTrouble('Cannot read what is stored', error);
    later(() => void open(), OPEN_AGAIN_MS);
  }
}

function opened(answer: Opened) {
  isOpened = true;
  // An answer of the endpoint may have come first.
  if (answer.clock && clock.bound() === undefined) clock = clockFrom(answer.clock);
  if (!state.refresh) state = afterOpening(state, answer);
  if (answer.record) adopt(answer.record);
  // The secret of a link is stored now, and does not stay in the address.
  if (state.credential) history.replaceState(null, '', addressOf(state.credential.screen));
  holdsFor(0);
  look();
}

function heard(answer: Refreshed, delayMs: number) {
  const next = afterAnswer(state, answer);
  if (next === state) return;
  state = next;
  if (answer.time) {
    clock.answered(answer.time, delayMs);
    note(ANSWERED, '1');
    saveClock();
  }
  if (answer.record) adopt(answer.record);
  if (answer.lacksRecord === true) keepAgain();
  paint(clock.now());
}

function adopt(record: StoredRecord) {
  try {
    const isFirst = !state.kept;
    state = afterRecord(state, record, clock.now());
    if (isFirst) askToPersist();
  } catch (error) {
    noteTrouble('Cannot show what is stored', error);
  }
}

function makeWake(isBoot: boolean): Wake {
  const { credential, kept, refresh, report } = state;
  return {
    kind: 'wake',
    screen: credential?.screen ?? '',
    instant: clock.now(),
    isBoot,
    credential,
    holds: kept && { document: kept.record.document, etag: kept.record.etag },
    refresh,
    report,
  };
}

function isGoodMoment(instant: number): boolean {
  const { snapshot, document } = state.kept ?? {};
  const isWaiting = Boolean(update.registration()?.waiting);
  if (!isWaiting || !snapshot || !document || !clock.isTrusted()) return false;
  // The new build would not know what a person has said of the time.
  if (clock.confirmed() !== undefined) return false;
  const module = momentPart.here();
  // Of this build, and so on this device already.
  if (!module) momentPart.load().catch(() => {});
  return module?.isUpdateMoment(snapshot, document.screen.id, instant) ?? false;
}

function active(): ServiceWorker | null | undefined {
  return update.registration()?.active;
}

/** The keeper in this page. Rejects when that part of the app cannot be loaded. */
async function here(): Promise<Keeper> {
  const { keeperHere } = await keeperPart.load();
  ownKeeper ??= keeperHere({ random: Math.random, monotonic, fetch: request, report: noteTrouble });
  return ownKeeper;
}

function keep(message: Parameters<Keeper['keep']>[0]) {
  const worker = active();
  if (worker && knocks.status() === 'worker') tellWorker(worker, message);
  else
    void here().then(
      (keeper) => keeper.keep(message),
      () => {},
    );
}

function keepAgain() {
  const { credential, kept } = state;
  if (!kept || !credential) return;
  keep({ kind: 'keep', credential, record: kept.record });
  saveClock();
}

function saveClock() {
  clockSavedAt = monotonic();
  keep({ kind: 'keepClock', clock: clock.toStore() });
}

function sayBootOk() {
  const worker = active();
  if (!worker || worker.state !== 'activated' || worker === toldBootOk) return;
  toldBootOk = worker;
  tellWorker(worker, { kind: 'bootOk', build: facts.build });
  const registration = update.registration();
  if (registration) askForPeriodicSync(registration);
}

function listen() {
  for (const type of ['online', 'pageshow', 'focus']) addEventListener(type, look);
  addEventListener('resize', () => holdsFor(0));
  document.addEventListener('visibilitychange', look);
  addEventListener('hashchange', () => {
    if (parseAddress(location.hash).kind === 'link') reload();
  });
  workers?.addEventListener('message', ({ data }) => {
    if (!isMessage<ToPage, 'refreshed'>(data, ['refreshed'])) return;
    if (data.screen === state.credential?.screen) knocks.overheard(data);
  });
  listenToKeys(window, {
    isOpen: () => calledAt(call, monotonic()) !== false,
    open: () => callOverlay('diagnostics'),
    close: callOverlay,
    accept,
  });
}

function accept() {
  const called = calledAt(call, monotonic());
  // What is under way in another overlay, or loading, is not to be lost.
  if (called === 'diagnostics') void applyOrReload();
  else if (!called && !clock.isTrusted() && state.kept?.snapshot) callOverlay('clock');
}

function callOverlay(name?: OverlayName) {
  call = name ? overlayCall(name, monotonic()) : NO_CALL;
  paint(clock.now());
}

/** What it was before, it is no longer: nothing of that is to be seen or asked about. */
function paired(credential: Credential, answer: Refreshed | undefined) {
  state = { ...UNPAIRED, credential };
  call = NO_CALL;
  history.replaceState(null, '', addressOf(credential.screen));
  if (answer) knocks.overheard(answer);
  look();
}

async function applyOrReload(): Promise<void> {
  if (!state.kept?.snapshot || !(await update.apply())) reload();
}

function clockFrom(stored: Opened['clock']) {
  return pageClock({
    read: () => ({ device: Date.now(), monotonic: performance.now() }),
    stored,
    builtAt: facts.builtAt,
    // The endpoint has answered in this browsing session: then the device has not been off.
    isReload: noted(ANSWERED) !== undefined,
  });
}

function noteTrouble(what: string, error: unknown) {
  const reason = String(error);
  trouble = error === undefined ? what : `${what}: ${reason}`;
  console.warn(trouble);
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  return registerWorker(workers);
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
