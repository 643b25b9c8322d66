import { expect, test } from 'vitest';

import { makeSnapshot, SUNDAY, SUNDAY_MIDNIGHT } from '../timetable/snapshot.fixture.ts';
import { makeVoice } from './voice.fixture.ts';
import {
  bellRange,
  bellTime,
  briefDate,
  clockText,
  createVoice,
  dateText,
  halfOfDay,
} from './voice.ts';
import { words as ar } from './words/ar.ts';

const { school } = makeSnapshot();
const EIGHT = SUNDAY_MIDNIGHT + 8 * 3_600_000;
const ONE_PM = SUNDAY_MIDNIGHT + 13 * 3_600_000;
/** Without the marks that keep a time in one direction. */
const bare = (text: string) => text.replace(/[\u200e\u2066-\u2069]/g, '');

function voiceOf(overrides: Partial<typeof school>, language = 'en') {
  return makeVoice(makeSnapshot({ school: { ...school, ...overrides } }), language);
}

test('a clock of 24 hours has no leading zero', () => {
  expect(clockText(voiceOf({}), 8 * 3600 + 5 * 60)).toBe('8:05');
  expect(clockText(voiceOf({}), 0)).toBe('0:00');
});

test('a clock of twelve hours says twelve at midnight and at noon, and which half', () => {
  const voice = voiceOf({ hourCycle: 'h12' });
  expect([0, 12 * 3600, 13 * 3600].map((second) => clockText(voice, second))).toEqual([
    '12:00',
    '12:00',
    '1:00',
  ]);
  expect([0, 12 * 3600].map((second) => halfOfDay(voice, second))).toEqual(['am', 'pm']);
  expect(bare(bellTime(voice, ONE_PM))).toBe('1:00\u00a0pm');
});

test('bells are named by the bell clock, though they ring by true time', () => {
  const early = voiceOf({ bellOffsetMs: 35_000 });
  expect(bare(bellTime(early, EIGHT - 35_000))).toBe('8:00');
  expect(bare(bellRange(early, EIGHT - 35_000, ONE_PM - 35_000))).toBe('8:00–13:00');
});

test('Arabic walls use the digits that the school reads, English ones always Latin digits', () => {
  expect(voiceOf({ digits: 'arab' }, 'ar').figures('12')).toBe('١٢');
  expect(voiceOf({ digits: 'arab' }, 'en').figures('12')).toBe('12');
  expect(voiceOf({ digits: 'latn' }, 'ar').figures('12')).toBe('12');
});

test('dates are written in the language of the screen', () => {
  expect(dateText(voiceOf({}), SUNDAY)).toBe('Sunday 1 March');
  expect(briefDate(voiceOf({}), SUNDAY)).toBe('Sun 1 Mar');
  expect(dateText(voiceOf({}, 'ar'), SUNDAY)).toBe('الأحد 1 مارس');
  expect(dateText(voiceOf({}, 'fr'), SUNDAY)).toBe('dimanche 1er mars');
  expect(dateText(voiceOf({}, 'fr'), SUNDAY + 10)).toBe('mercredi 11 mars');
});

test('in American English the month comes first', () => {
  const american = voiceOf({ languages: ['en-US'] });
  expect(dateText(american, SUNDAY)).toBe('Sunday, March 1');
  expect(briefDate(american, SUNDAY)).toBe('Sun Mar 1');
  expect(dateText(voiceOf({ languages: ['en-US'] }, 'ar'), SUNDAY)).toBe('الأحد 1 مارس');
});

test('a text that lacks the language of the screen is said in the one of the school', () => {
  const voice = voiceOf({ languages: ['en'] }, 'ar');
  expect(voice.say({ en: 'Break' })).toBe('Break');
});

const widthOf = (text: string) => (text === '٣' ? 0.7 : 0.5);

test('a digit that may become any other is as wide as the widest of its kind', () => {
  const snapshot = makeSnapshot({ school: { ...school, digits: 'arab' } });
  expect(createVoice(snapshot, 'ar', ar, widthOf).digit).toBeCloseTo(0.7 / 0.98);
  expect(voiceOf({}).digit).toBe(0.6);
});
