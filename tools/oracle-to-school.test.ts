import { expect, test } from 'vitest';

import { makeNowAnswer } from '../server/now-answer.ts';
import { zoneOffsets } from '../server/zone-offsets.ts';
import { readSchool } from '../src/school/read-school.ts';
import { schoolOf, type NeutralBells } from './oracle-to-school.ts';

const BELLS: NeutralBells = {
  format: 'neutral-bell/1',
  id: 'two-lunches',
  name: 'Two lunches',
  timezone: 'Europe/London',
  bellClockOffsetMs: -35_000,
  tracks: [
    { id: 'early', label: 'Early lunch' },
    { id: 'late', label: 'Late lunch' },
  ],
  dayTypes: {
    full: {
      label: 'Full day',
      segments: {
        early: [
          { start: '9:00', end: '12:00', label: 'Lesson', kind: 'class' },
          { start: '12:00', end: '12:30', label: 'Lunch', kind: 'lunch' },
          { start: '12:30', end: '15:00', label: 'Lesson', kind: 'class' },
          { start: '15:00', end: '14:00', label: 'Typing error', kind: 'class' },
        ],
        late: [{ start: '9:00', end: '12:30', label: 'Lesson', kind: 'class' }],
      },
    },
  },
  calendar: {
    week: { mon: 'full', tue: 'full', wed: 'full', thu: 'full', fri: 'full', sat: null, sun: null },
    exceptions: [
      { from: '2026-11-24', to: '2026-11-24', dayType: null, label: 'Holiday' },
      { from: '2026-11-25', to: '2026-11-25', dayType: 'finals' },
    ],
  },
};

test('a neutral bell schedule is answered as it is written', () => {
  const warnings: string[] = [];
  const bytes = new TextEncoder().encode(
    JSON.stringify(schoolOf(BELLS, (message) => warnings.push(message))),
  );
  const { school } = readSchool(bytes);
  expect(warnings).toEqual(['full/early: left out "Typing error", 15:00–14:00 runs backwards']);
  const answer = makeNowAnswer(school, zoneOffsets('Europe/London') ?? [], { track: 0 });
  const at = (text: string) => answer(Date.parse(text));
  // The bell clock is 35 s slow, so that bells ring 35 s late.
  expect(at('2026-11-23T12:00:34.999Z').current[0]).toMatchObject({ label: 'Lesson' });
  expect(at('2026-11-23T12:00:35Z')).toMatchObject({
    date: '2026-11-23',
    time: '12:00:35',
    utcOffset: '+00:00',
    dayType: 'full',
    dayLabel: 'Full day',
    state: 'in',
    current: [{ label: 'Lunch', kind: 'lunch', start: '2026-11-23T12:00:35Z' }],
    next: [{ label: 'Lesson', kind: 'class' }],
    nextChange: '2026-11-23T12:30:35Z',
  });
  expect(at('2026-11-24T12:00:00Z')).toMatchObject({
    dayType: null,
    dayLabel: 'Holiday',
    state: 'closed',
    // The day that nobody defined is skipped in the search.
    nextChange: '2026-11-26T09:00:35Z',
  });
  expect(at('2026-11-25T12:00:00Z')).toMatchObject({
    dayType: 'finals',
    dayLabel: null,
    state: 'unknown-day-type',
  });
});
