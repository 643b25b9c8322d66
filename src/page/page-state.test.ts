import { expect, test } from 'vitest';

import type { Refreshed } from '../contract/message.ts';
import { CREDENTIAL, makeDocument, makeRecord, makeText } from '../sync/record.fixture.ts';
import { SUNDAY_MIDNIGHT } from '../timetable/snapshot.fixture.ts';
import {
  afterAnswer,
  afterOpening,
  afterRecord,
  confirmedAt,
  settingsOf,
  UNPAIRED,
  type PageState,
} from './page-state.ts';

const REFRESH = { nextAt: 9, failures: 0, missed: 0, confirmedAt: 7 };
const REPORT = { refused: 2 };
const NOON = SUNDAY_MIDNIGHT + 12 * 3_600_000;

function makeAnswer(overrides: Partial<Refreshed> = {}): Refreshed {
  const { screen } = CREDENTIAL;
  return { kind: 'refreshed', screen, refresh: REFRESH, report: REPORT, workedMs: 0, ...overrides };
}

const paired: PageState = { ...UNPAIRED, credential: CREDENTIAL };

test('a device without a credential shows no screen', () => {
  const state = afterOpening(UNPAIRED, { kind: 'opened', report: REPORT });
  expect(settingsOf(state)).toBeUndefined();
});

test('a paired screen without a timetable knows its name only', () => {
  const state = afterOpening(UNPAIRED, { kind: 'opened', credential: CREDENTIAL, report: REPORT });
  expect(settingsOf(state)).toMatchObject({ id: 'hall', school: 'fixture', name: '' });
  expect(settingsOf(afterAnswer(state, makeAnswer()))).toMatchObject({ id: 'hall' });
});

test('the secret of a link that was just opened counts, not the one that was stored', () => {
  const stored = { ...CREDENTIAL, token: 'old' };
  const state = afterOpening(paired, { kind: 'opened', credential: stored, report: REPORT });
  expect(state.credential).toBe(CREDENTIAL);
});

test('a newer generation is shown, an older one changes nothing', () => {
  const second = afterRecord(paired, makeRecord(2), NOON);
  expect(second.kept?.document.snapshot?.generation).toBe('1.2');
  expect(second.kept?.snapshot?.school.salt).toBe('salt 2');
  expect(afterRecord(second, makeRecord(1), NOON)).toBe(second);
  expect(afterRecord(second, makeRecord(3), NOON).kept?.snapshot?.school.salt).toBe('salt 3');
});

// fault:C18 Stored data are of a format that this build does not know, or cut short
// hallway: what the wall had before
// technician: the parser’s error names what is wrong
test.each([
  ['a document of another format', { document: '{"format":"screen/2"}' }],
  ['a document cut short', { document: makeDocument(1).slice(0, -3) }],
  ['a snapshot of another format', { ...makeRecord(1), text: '{"format":"snapshot/2"}' }],
  ['no object at all', { document: 'null' }],
])('%s is not shown', (_, record) => {
  expect(() => afterRecord(paired, record, NOON)).toThrow(Error);
});

// fault:C19 A timetable that passes every check, and of which no wall can be painted
// hallway: the timetable before it
// technician: the error that painting it met
test('a timetable of which no wall can be made is not shown instead of one that can', () => {
  const showing = afterRecord(paired, makeRecord(1), NOON);
  const text = makeText(2, { bells: [] });
  const broken = { document: makeDocument(2, text), text: text.replace('"days":', '"dates":') };
  // The page keeps the state that it has.
  expect(() => afterRecord(showing, broken, NOON)).toThrow(TypeError);
});

test('an answer is about its own screen only', () => {
  expect(afterAnswer(paired, makeAnswer({ screen: 'other' }))).toBe(paired);
  expect(afterAnswer(paired, makeAnswer())).toMatchObject({ refresh: REFRESH, report: REPORT });
});

test('a screen that the school has removed forgets everything', () => {
  const showing = afterRecord(paired, makeRecord(1), NOON);
  expect(afterAnswer(showing, makeAnswer({ isGone: true }))).toBe(UNPAIRED);
});

test('a screen whose token is not known keeps its wall, and one with nothing shows how to pair', () => {
  const unpaired = makeAnswer({ refresh: { ...REFRESH, isUnpaired: true } });
  expect(settingsOf(afterAnswer(paired, unpaired))).toBeUndefined();
  const showing = afterRecord(paired, makeRecord(1), NOON);
  expect(settingsOf(afterAnswer(showing, unpaired))).toMatchObject({ name: 'Hall' });
  const document = makeDocument(1, '', { snapshot: undefined });
  const waiting = afterRecord(paired, { document }, NOON);
  expect(settingsOf(waiting)).toMatchObject({ name: 'Hall' });
  expect(settingsOf(afterAnswer(waiting, unpaired))).toBeUndefined();
});

test('what was never confirmed is as old as its publication', () => {
  const showing = afterRecord(paired, makeRecord(5), NOON);
  expect(confirmedAt(showing)).toBe(5);
  expect(confirmedAt(afterAnswer(showing, makeAnswer()))).toBe(7);
});
