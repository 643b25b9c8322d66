import { expect, test } from 'vitest';

import type { Freshness } from '../timetable/freshness.ts';
import { makeSnapshot, SUNDAY_MIDNIGHT } from '../timetable/snapshot.fixture.ts';
import { isBeforeToday, pillOf } from './pill.ts';
import { makeVoice } from './voice.fixture.ts';

const NOON = SUNDAY_MIDNIGHT + 12 * 3_600_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function stale(age: number): Freshness {
  return { kind: 'stale', confirmedAt: NOON - age };
}

function textOf(age: number, language = 'en') {
  const pill = pillOf(makeVoice(makeSnapshot(), language), stale(age), true, NOON);
  return `${pill?.text ?? ''} · ${pill?.age ?? ''}`.replace(/[\u2066-\u2069]/g, '');
}

test('fresh data is not spoken of', () => {
  expect(pillOf(makeVoice(makeSnapshot(), 'en'), { kind: 'fresh' }, true, NOON)).toBeUndefined();
});

test('old data says since when, and how long that is', () => {
  expect(textOf(12 * MINUTE)).toBe('As of 11:48 · 12 min ago');
  expect(textOf(HOUR + 39 * MINUTE)).toBe('As of 10:21 · 1 h 39 min ago');
  expect(textOf(14 * HOUR)).toBe('As of Sat 28 Feb · 14 h ago');
  expect(textOf(75 * HOUR)).toBe('As of Thu 26 Feb · 3 days ago');
});

test('in Arabic, lengths of time take their own forms', () => {
  expect(textOf(HOUR + 39 * MINUTE, 'ar')).toBe('بيانات 10:21 · قبل ساعة و39 دقيقة');
  expect(textOf(2 * HOUR + 2 * MINUTE, 'ar')).toBe('بيانات 9:58 · قبل ساعتين ودقيقتين');
  expect(textOf(75 * HOUR, 'ar')).toBe('بيانات الخميس 26 فبراير · قبل 3 أيام');
});

test('a screen that the endpoint no longer knows says so, whatever its age', () => {
  const pill = pillOf(makeVoice(makeSnapshot(), 'en'), stale(HOUR), false, NOON);
  expect(pill).toMatchObject({ text: 'Not paired', age: '' });
});

test('changes of today may lack as soon as the last confirmation is of another date', () => {
  const voice = makeVoice(makeSnapshot(), 'en');
  expect(isBeforeToday(voice, stale(11 * HOUR), NOON)).toBe(false);
  expect(isBeforeToday(voice, stale(13 * HOUR), NOON)).toBe(true);
});
