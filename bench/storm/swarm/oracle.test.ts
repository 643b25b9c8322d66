import { expect, test } from 'vitest';

import { SCREEN_PATH, SNAPSHOT_PATH } from '../../../src/contract/endpoint.ts';
import { parseScreenDocument } from '../../../src/contract/screen.ts';
import type { StoredRecord } from '../../../src/contract/stored.ts';
import { pageClock } from '../../../src/page/page-clock.ts';
import { afterRecord, UNPAIRED, type PageState } from '../../../src/page/page-state.ts';
import { FIRST_DAY, schoolIdOf } from '../storm-school.ts';
import { wallTable } from '../wall-table.ts';
import { FAULTS, type FaultName } from './faults.ts';
import { BEGIN, PER_SCHOOL, schoolOf, SCHOOLS } from './fleet.ts';
import { ledgerOf } from './ledger.ts';
import { oracleOf } from './oracle.ts';
import { schoolServer, screenIdOf, tokenOf } from './school-server.ts';
import type { Asked } from './wire.ts';

const SCREEN = 0;
const OF_THE_OTHER_SCHOOL = PER_SCHOOL;
const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** The oracle of a fleet, over a server that has published, and the hand that moves its clock. */
async function oracleAt(begin: number) {
  let now = begin;
  const server = await schoolServer(
    { schools: SCHOOLS, perSchool: PER_SCHOOL },
    { now: () => now, from: begin },
  );
  const walls = wallTable({ from: FIRST_DAY, to: FIRST_DAY + DAY });
  const ledger = ledgerOf(() => now, FAULTS);
  const oracle = oracleOf({ now: () => now, server, walls, ledger, schoolOf });

  function textOf(asked: Pick<Asked, 'path' | 'authorization'>): string {
    const reply = server.answer({ ...asked, passesCaches: true });
    if (reply.kind !== 'answer' || reply.status !== 200) throw new Error('The server has not');
    return new TextDecoder().decode(reply.body);
  }

  return {
    oracle,
    server,
    later: (ms: number) => (now += ms),
    begins: (fault: FaultName) => {
      ledger.began({ index: 0, fault, from: now, to: now, screens: [SCREEN] });
    },
    /** What the server would have a screen store. */
    recordFor: (screen: number): StoredRecord => {
      const authorization = `Bearer ${tokenOf(screen)}`;
      const document = textOf({ path: SCREEN_PATH, authorization });
      const revision = parseScreenDocument(document).snapshot?.revision ?? '';
      return { document, text: textOf({ path: SNAPSHOT_PATH + revision, authorization }) };
    },
    /** Somebody looks at the screen; with nothing stored, or by a clock that is ahead. */
    look: (record?: StoredRecord, aheadMs = 0) => {
      const credential = {
        school: schoolIdOf(schoolOf(SCREEN)),
        screen: screenIdOf(SCREEN),
        token: tokenOf(SCREEN),
      };
      const paired: PageState = { ...UNPAIRED, credential };
      const clock = pageClock({
        read: () => ({ device: now + aheadMs, monotonic: now - begin }),
        stored: undefined,
        builtAt: begin - DAY,
        isReload: false,
      });
      oracle.looked(SCREEN, { state: record ? afterRecord(paired, record, now) : paired, clock });
    },
    found: () => oracle.violations.map(({ symptom }) => symptom),
  };
}

test('a screen that a start takes back to an older generation is found', async () => {
  const { oracle, server, later, recordFor, look, found } = await oracleAt(BEGIN);
  const older = recordFor(SCREEN);
  await server.publish(schoolOf(SCREEN));
  const newer = recordFor(SCREEN);
  oracle.started(SCREEN);
  look(older);
  look(newer);
  expect(found()).toEqual([]);
  later(SECOND);
  oracle.started(SCREEN);
  // Every page looks once before its storage has answered.
  look();
  later(SECOND);
  look(older);
  expect(found()).toEqual(['regressed']);
});

test('a start that shows what was shown before is no regression', async () => {
  const { oracle, later, recordFor, look, found } = await oracleAt(BEGIN);
  const record = recordFor(SCREEN);
  oracle.started(SCREEN);
  look(record);
  oracle.started(SCREEN);
  look();
  later(SECOND);
  look(record);
  expect(found()).toEqual([]);
});

test('another school’s timetable is found under a fault of the clock that lets the time be wrong', async () => {
  const { begins, recordFor, look, found } = await oracleAt(BEGIN);
  begins('hourAhead');
  look(recordFor(SCREEN), HOUR);
  expect(found()).toEqual([]);
  look(recordFor(OF_THE_OTHER_SCHOOL), HOUR);
  expect(found()).toEqual(['foreign']);
});

test('a timetable that nobody has published is found, whatever it calls itself', async () => {
  const { later, recordFor, look, found } = await oracleAt(BEGIN);
  const record = recordFor(SCREEN);
  later(MINUTE);
  look({ ...record, text: `${record.text} ` });
  expect(found()).toEqual(['foreign']);
});
