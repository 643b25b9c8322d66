import { expect, test } from 'vitest';

import { makeSnapshot } from '../timetable/snapshot.fixture.ts';
import type { Item } from './items.ts';
import { planNotes } from './notes.tsx';
import { makeVoice } from './voice.fixture.ts';

const voice = makeVoice(makeSnapshot(), 'en');
const WIDTH = 86.4;

function makeItem(text: string, overrides: Partial<Item> = {}): Item {
  return {
    kind: 'notice',
    icon: 'horn',
    label: 'Notice',
    text,
    detail: '',
    isImportant: false,
    ...overrides,
  };
}

const DUTY = [['Mr Al-Qahtani (Yard)', 'Al-Qahtani (Yard)', 'Al-Qahtani']];

test('duty stands still beside what takes turns', () => {
  const items = [makeItem('Trip on Tuesday'), makeItem('Library closed')];
  const plan = planNotes(voice, DUTY, items, WIDTH);
  expect(plan.fixed?.texts).toEqual(['Mr Al-Qahtani (Yard)']);
  expect(plan.turning).toHaveLength(2);
});

test('duty is written shorter before it gives up its place', () => {
  const plan = planNotes(voice, DUTY, [makeItem('x'.repeat(62))], WIDTH);
  expect(plan.fixed?.texts).toEqual(['Al-Qahtani']);
});

test('beside a notice that needs the whole line, duty takes turns with it', () => {
  const plan = planNotes(voice, DUTY, [makeItem('x'.repeat(80))], WIDTH);
  expect(plan.fixed).toBeUndefined();
  expect(plan.turning.map(({ label }) => label)).toEqual(['On duty today', 'Notice']);
});

test('of what is coming up, the ribbon shows the soonest two', () => {
  const items = ['A', 'B', 'C'].map((text) => makeItem(text, { kind: 'event' }));
  expect(planNotes(voice, [], items, WIDTH).turning).toHaveLength(2);
});

test('on an upright stage duty stands above what takes turns, which may take two lines', () => {
  const plan = planNotes(voice, DUTY, [makeItem('x'.repeat(80))], 48.6);
  expect(plan.fixed?.texts).toEqual(['Mr Al-Qahtani (Yard)']);
  expect(plan).toMatchObject({ room: 48.6, wrapped: [1.6, 1.4] });
});
