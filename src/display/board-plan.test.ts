import { expect, test } from 'vitest';

import type { Snapshot } from '../contract/snapshot.ts';
import { makeSnapshot, SUNDAY, SUNDAY_MIDNIGHT } from '../timetable/snapshot.fixture.ts';
import { wallAt } from '../timetable/wall-at.ts';
import { planLessons } from './board-plan.ts';
import { planResting } from './resting-plan.ts';
import { makeVoice } from './voice.fixture.ts';

const SCREEN = { id: 's', school: 'fixture', name: '', phase: 0 };
const DAY_MS = 86_400_000;
const PERIOD_2 = SUNDAY_MIDNIGHT + (8 * 60 + 10) * 60_000;
const EVENING = SUNDAY_MIDNIGHT + 14 * 3_600_000;

function planAt(
  instant: number,
  overrides: Partial<Snapshot> = {},
  { isTrusted = true, confirmedAt = instant } = {},
) {
  const snapshot = makeSnapshot(overrides);
  const wall = wallAt(snapshot, SCREEN, instant);
  const voice = makeVoice(snapshot, 'en');
  return (
    planLessons(voice, wall, 'auto', isTrusted, 86.4) ??
    planResting(voice, wall, isTrusted, confirmedAt, 86.4, 48.6)
  );
}

test('during lessons the board shows what every class has', () => {
  expect(planAt(PERIOD_2)).toMatchObject({
    view: { kind: 'lessons' },
    head: { text: 'In class now' },
  });
});

test('exams are announced where all that is shown are exams', () => {
  const exam = { date: SUNDAY, p: '2', s: 0 };
  expect(planAt(PERIOD_2, { exams: [{ ...exam, classes: [0, 1] }] }).head?.text).toBe(
    'Exam halls now',
  );
  expect(planAt(PERIOD_2, { exams: [{ ...exam, classes: [0] }] }).head?.text).toBe('In class now');
});

test('after school the board shows the next school day', () => {
  const { view, head } = planAt(EVENING);
  expect(view.kind).toBe('day');
  expect(head?.tag).toBe('Tomorrow');
  expect(head?.text.replace(/[\u2066-\u2069]/g, '')).toBe('Monday 2 March · starts at 7:15');
});

test('what the school tells stands beside the next day', () => {
  const notices = [
    { level: 'info' as const, text: { en: 'Trip' }, from: 0, until: EVENING + DAY_MS },
  ];
  expect(planAt(EVENING, { notices })).toMatchObject({
    cards: [{ items: [{ text: 'Trip' }] }],
    hasRibbon: false,
  });
});

test('many classes turn over in pages of twelve', () => {
  const [one] = makeSnapshot().classes;
  const classes = Array.from({ length: 25 }, (_, at) => ({
    id: `c${at}`,
    name: one?.name ?? {},
    track: 0,
  }));
  expect(planAt(EVENING, { classes }).pages).toBe(3);
});

test('a school without classes sees its bells', () => {
  const bells = planAt(PERIOD_2, { classes: [], lessons: [] });
  expect(bells.view).toMatchObject({ kind: 'bells', lists: [{ periods: [{}, {}, {}, {}] }] });
});

test('a screen that does not know the time shows the bells of its day, or of most days', () => {
  const today = planAt(PERIOD_2, {}, { isTrusted: false });
  const long = planAt(0, {}, { isTrusted: false });
  for (const { view } of [today, long]) {
    expect(view).toMatchObject({ kind: 'bells', lists: [{ periods: [{ key: '1' }, {}, {}, {}] }] });
  }
});

test('bells of most days go before those of a few', () => {
  const { bells, bellSchedules, dayKinds } = makeSnapshot();
  const [schedule] = bellSchedules;
  const { view } = planAt(
    0,
    {
      bells: [...bells, [{ key: 'short', kind: 'lesson', start: 30_000, end: 33_000 }]],
      bellSchedules: [{ id: 'short', name: {}, bells: [1] }, ...(schedule ? [schedule] : [])],
      dayKinds: dayKinds.map((kind) => ({
        ...kind,
        schedules: [kind.weekday === 0 ? 0 : kind.weekday < 5 ? 1 : null],
      })),
    },
    { isTrusted: false },
  );
  expect(view).toMatchObject({ lists: [{ periods: [{ key: '1' }, {}, {}, {}] }] });
});

test('after the term no lesson is guessed: it is said that the timetable has ended', () => {
  const later = PERIOD_2 + 21 * DAY_MS;
  expect(planAt(later).view).toMatchObject({
    kind: 'message',
    title: 'The published timetable ended on 14 March',
  });
  expect(planAt(later, {}, { confirmedAt: PERIOD_2 }).view).toMatchObject({
    title: 'Timetable not updated since 1 March',
  });
});

test('on a day of unknown bells, people are sent to the office', () => {
  const { dayKinds } = makeSnapshot();
  const unknown = dayKinds.map((kind) => ({ ...kind, schedules: ['half-day'] }));
  expect(planAt(PERIOD_2, { dayKinds: unknown }).view).toMatchObject({
    kind: 'message',
    title: 'Ask at the school office for your class.',
  });
});
