import { expect, test } from 'vitest';

import { makeSnapshot, SUNDAY } from '../timetable/snapshot.fixture.ts';
import { rotationOn } from './rotation-on.ts';
import { makeVoice } from './voice.fixture.ts';

const { dayKinds } = makeSnapshot();
const rotating = makeSnapshot({
  cycle: ['Day 1', 'Day 2'].map((name) => ({ id: name, name: { en: name } })),
  dayKinds: dayKinds.map((kind) => ({ ...kind, cycleDay: kind.weekday % 2, letter: 'B' })),
});

test('a school day is named by its turn in the cycle and the letter of its week', () => {
  expect(rotationOn(makeVoice(rotating, 'en'), SUNDAY + 1)).toEqual(['Day 2', 'Week B']);
  expect(rotationOn(makeVoice(rotating, 'ar'), SUNDAY)).toEqual(['Day 1', 'الأسبوع B']);
});

test('a school without a rotation, a closed day and a date after the term have none', () => {
  expect(rotationOn(makeVoice(makeSnapshot(), 'en'), SUNDAY)).toEqual([]);
  expect(rotationOn(makeVoice(rotating, 'en'), SUNDAY + 5)).toEqual([]);
  expect(rotationOn(makeVoice(rotating, 'en'), SUNDAY + 20)).toEqual([]);
});
