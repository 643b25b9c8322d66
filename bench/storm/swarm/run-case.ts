import { screenStore } from '../../../src/sync/screen-store.ts';
import { NO_TEXTS } from '../../../src/sync/second-copy.ts';
import { snapshotDb } from '../../../src/sync/snapshot-db.ts';
import { eventQueue } from '../event-queue.ts';
import { generatorOf } from '../generator-of.ts';
import { sharing } from '../ours/kept-disk.ts';
import { FIRST_DAY, schoolIdOf } from '../storm-school.ts';
import { wallTable, type WallTable } from '../wall-table.ts';
import { browsers } from './browsers.ts';
import { makeDevice } from './device.ts';
import type { Fault, Scene, Symptom } from './fault.ts';
import { FAULTS, type FaultName } from './faults.ts';
import type { FleetCase, Planned } from './fleet-case.ts';
import { BEGIN, EDITS, hasWorker, PER_SCHOOL, schoolOf, SCHOOLS, SCREENS } from './fleet.ts';
import { ledgerOf } from './ledger.ts';
import { oracleOf, type Violation } from './oracle.ts';
import { schoolServer, screenIdOf, tokenOf } from './school-server.ts';
import { makeTv, type Seen, type Tv } from './tv.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 86_400_000;

/** No case is over before both schools have edited in the midst of it. */
const LEAST_END = BEGIN + 20 * MINUTE;
const SWITCHING_ON_MS = 20 * SECOND;
const LEAST_WAY_MS = 10;
const WAY_SPREAD_MS = 20;
/** TVs are set by hand or by their maker, before they have asked. */
const DEVICE_ERROR_MS = 60_000;
/** Two polls of the long period, and some more. */
const PATIENCE_MS = 31 * MINUTE;
const STEP_MS = 5 * SECOND;
const SETTLED_MS = 3 * SECOND;
const POLLS = 2;

/** What came of a case. */
export type CaseOutcome = {
  readonly violations: readonly Violation[];
  readonly screenMinutes: number;
  readonly minutes: Readonly<Partial<Record<Symptom, number>>>;
  /** Good answers until the last screen was right for good. */
  readonly polls: number;
  /** From the end of the last fault until two good answers of each screen. */
  readonly healedMinutes: number;
};

export type CaseOptions = {
  /** Others than the project’s own, to see that a case can fail. */
  readonly faults?: Readonly<Record<FaultName, Fault>>;
};

const { revisionOf } = sharing();
let walls: WallTable | undefined;

/** Plays a case to its end. The same case gives the same outcome. One at a time: it replaces globals. */
export async function runCase(
  { seed, name, planned }: FleetCase,
  { faults = FAULTS }: CaseOptions = {},
): Promise<CaseOutcome> {
  const queue = eventQueue(BEGIN);
  const machinery = browsers(queue);
  try {
    const server = await schoolServer(
      { schools: SCHOOLS, perSchool: PER_SCHOOL },
      { now: queue.now, from: BEGIN },
    );
    walls ??= wallTable({ from: FIRST_DAY, to: FIRST_DAY + DAY });
    const ledger = ledgerOf(queue.now, faults);
    const oracle = oracleOf({ now: queue.now, server, walls, ledger, schoolOf });
    const tvs = Array.from({ length: SCREENS }, (_, screen) => hang(screen));

    function hang(screen: number): Tv {
      const random = generatorOf(seed, `case ${name} screen ${screen}`);
      const device = makeDevice(screen);
      device.quartz.jump(DEVICE_ERROR_MS * (random() - 0.5));
      const wayMs = LEAST_WAY_MS + WAY_SPREAD_MS * random();
      const seen = (): Seen | undefined => tv.seen();
      const tv = makeTv(device, {
        browsers: machinery,
        credential: {
          school: schoolIdOf(schoolOf(screen)),
          screen: screenIdOf(screen),
          token: tokenOf(screen),
        },
        hasWorker: hasWorker(screen),
        random,
        revisionOf,
        wire: {
          browsers: machinery,
          endpoint: server.answer,
          upMs: wayMs,
          downMs: wayMs,
          sent: (asked) => oracle.sent(screen, asked, seen()),
          passed: (passed) => oracle.passed(screen, passed),
        },
        started: () => oracle.started(screen),
        heard: () => oracle.heard(screen),
        looked: (look) => oracle.looked(screen, look),
      });
      queue.at(BEGIN + random() * SWITCHING_ON_MS, tv.on);
      return tv;
    }

    function tvOf(screen: number): Tv {
      const tv = tvs[screen];
      if (!tv) throw new RangeError(`There is no screen ${screen}`);
      return tv;
    }

    const scene: Scene = {
      browsers: machinery,
      server,
      tv: tvOf,
      schoolOf,
      at: queue.at,
    };

    const healedAt = Math.max(
      LEAST_END,
      ...planned.map((one) => effectsEnd(one.to, faults[one.fault])),
    );
    for (const { at, school } of EDITS) {
      if (at < healedAt) queue.at(at, () => server.publish(school));
    }
    for (const one of planned) schedule(one);

    function schedule(one: Planned) {
      const fault = faults[one.fault];
      // One of the server's begins once, for all screens.
      const hits = fault.isServers === true ? one.screens.slice(0, 1) : one.screens;
      for (const screen of hits) {
        const random = generatorOf(seed, `case ${name} fault ${one.index} screen ${screen}`);
        queue.at(one.from, async () => {
          if (screen === hits[0]) ledger.began(one);
          const end = await fault.begin(scene, { screen, until: one.to, random });
          if (end) queue.at(one.to, end);
          if (screen !== hits[0]) return;
          // What nothing ends was over when it had begun.
          const endsAt = end ? one.to : one.from;
          queue.at(effectsEnd(endsAt, fault), () => ledger.ended(one));
        });
      }
    }

    await queue.runUntil(healedAt);
    oracle.healed();
    const isHealed = () => tvs.every((_, screen) => oracle.pollsSince(screen) >= POLLS);
    let now = healedAt;
    while (!isHealed() && now < healedAt + PATIENCE_MS) {
      now += STEP_MS;
      await queue.runUntil(now);
    }
    const healedMinutes = (now - healedAt) / MINUTE;
    await queue.runUntil(now + SETTLED_MS);

    const last: Violation[] = [];
    for (const [screen, tv] of tvs.entries()) {
      const found = oracle.verify(screen, tv.seen());
      if (oracle.pollsSince(screen) < POLLS) {
        const expected = `two answers in ${PATIENCE_MS / MINUTE} minutes`;
        const shown = `${oracle.pollsSince(screen)} answers`;
        last.push({ screen, at: queue.now(), symptom: 'silent', expected, shown });
      }
      if (found) last.push(found);
      else await verifyStored(screen, tv);
    }

    async function verifyStored(screen: number, tv: Tv): Promise<void> {
      const record = tv.seen()?.state.kept?.record;
      await machinery.onDisk(tv.device, async () => {
        const storeDeps = { report: () => {}, revisionOf };
        const store = screenStore(snapshotDb(storeDeps), NO_TEXTS, storeDeps);
        const stored = await store.readRecord(screenIdOf(screen));
        if (stored?.record.document === record?.document && stored?.record.text === record?.text)
          return;
        const generation = stored?.document.snapshot?.generation ?? 'nothing';
        const expected = 'what it shows';
        last.push({ screen, at: queue.now(), symptom: 'not stored', expected, shown: generation });
      });
    }

    const minutes: Partial<Record<Symptom, number>> = {};
    for (const [symptom, seconds] of oracle.seconds) minutes[symptom] = seconds / 60;
    return {
      violations: [...oracle.violations, ...last],
      screenMinutes: oracle.looks() / 60,
      minutes,
      polls: Math.max(...tvs.map((_, screen) => oracle.pollsUntilRight(screen))),
      healedMinutes,
    };
  } finally {
    machinery.close();
  }
}

/** When a fault that ends at an instant has no further effect of its own. */
function effectsEnd(endsAt: number, { lingersMs = 0 }: Fault): number {
  return endsAt + lingersMs + 1;
}
