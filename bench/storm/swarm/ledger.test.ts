import { expect, test } from 'vitest';

import type { Declarable, Declared, Fault } from './fault.ts';
import { FAULTS } from './faults.ts';
import type { Planned } from './fleet-case.ts';
import { ledgerOf } from './ledger.ts';

const SCREEN = 2;
const MINUTE = 60_000;
const SETTLED_MS = 20_000;

/** A ledger with one fault on one screen, and the hand that moves its clock. */
function ledgerWith(name: Planned['fault'], faults: typeof FAULTS = FAULTS) {
  let now = 0;
  const ledger = ledgerOf(() => now, faults);
  const planned = { index: 0, fault: name, from: 0, to: 10 * MINUTE, screens: [SCREEN] };
  return {
    began: () => ledger.began(planned),
    ended: () => ledger.ended(planned),
    at: (minutes: number) => (now = minutes * MINUTE),
    answered: () => ledger.polled(SCREEN, now),
    later: (ms: number) => (now += ms),
    allows: (symptom: Declarable, startedAt: number) => ledger.allows(SCREEN, symptom, startedAt),
  };
}

test('a symptom is allowed from the beginning until two good answers after the end', () => {
  const { began, ended, at, answered, later, allows } = ledgerWith('hang');
  expect(allows('stale', 0)).toBe(false);
  began();
  at(3);
  answered();
  answered();
  later(SETTLED_MS);
  expect(allows('stale', 0)).toBe(true);
  expect(allows('wrong', 0)).toBe(false);
  at(10);
  ended();
  at(11);
  answered();
  later(SETTLED_MS);
  expect(allows('stale', 0)).toBe(true);
  at(12);
  answered();
  expect(allows('stale', 0)).toBe(true);
  later(SETTLED_MS);
  expect(allows('stale', 0)).toBe(false);
});

test('“Clock not set” is allowed at any later start, until a good answer since that start', () => {
  const { began, ended, at, answered, later, allows } = ledgerWith('hourAhead');
  began();
  ended();
  const startedAt = MINUTE;
  at(2);
  expect(allows('unsure', startedAt)).toBe(true);
  answered();
  later(SETTLED_MS - 1);
  expect(allows('unsure', startedAt)).toBe(true);
  later(1);
  expect(allows('unsure', startedAt)).toBe(false);
  at(200);
  expect(allows('unsure', startedAt)).toBe(false);
  const startedAgainAt = 190 * MINUTE;
  expect(allows('unsure', startedAgainAt)).toBe(true);
  answered();
  later(SETTLED_MS);
  expect(allows('unsure', startedAgainAt)).toBe(false);
});

test('an answer to a request of before the start is none since it', () => {
  const { began, at, answered, later, allows } = ledgerWith('hourAhead');
  began();
  at(2);
  answered();
  later(SETTLED_MS);
  expect(allows('unsure', 2 * MINUTE + 1)).toBe(true);
});

/** No fault may let a screen show what was never published for its school. */
const foreign: Declared = {
  // @ts-expect-error Another school's timetable is not to be declared.
  symptom: 'foreign',
  because: 'it may not be said',
};

test('whatever is declared, bytes that were never published are not', () => {
  const declared: readonly string[] = Object.values<Fault>(FAULTS)
    .flatMap(({ declares = [] }) => declares)
    .map(({ symptom }) => symptom);
  expect(declared).toContain('wrong');
  expect(declared).not.toContain(foreign.symptom);
});
