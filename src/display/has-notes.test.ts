import fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import { makeSnapshot, SUNDAY, SUNDAY_MIDNIGHT } from '../timetable/snapshot.fixture.ts';
import { wallAt } from '../timetable/wall-at.ts';
import { hasNotes } from './has-notes.ts';
import { itemsOf } from './items.ts';
import { makeVoice } from './voice.fixture.ts';

const { bells } = makeSnapshot();
const EXAM_BELLS = bells.map((day) => day.map((period) => ({ ...period, kind: 'exam' as const })));
const HOUR_MS = 3_600_000;
const SCREEN = { id: 's', school: 'x', name: 'S', phase: 0 };
const text = { en: 'Library open' };
const window = { from: SUNDAY_MIDNIGHT, until: SUNDAY_MIDNIGHT + 12 * HOUR_MS };
const NOTICES = [
  { text, level: 'info' as const, ...window },
  { text, level: 'important' as const, ...window },
];
const HONOURS = [{ from: SUNDAY, through: SUNDAY, name: text }];
const EVENTS = [{ date: SUNDAY + 2, name: text }];
const DUTIES = [{ from: SUNDAY, through: SUNDAY, t: [0] }];

test('there is room for notes exactly when there are some', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(
      fc.record({
        notices: fc.subarray(NOTICES),
        honours: fc.subarray(HONOURS),
        events: fc.subarray(EVENTS),
        duties: fc.subarray(DUTIES),
        bells: fc.constantFrom(bells, EXAM_BELLS),
      }),
      fc.nat({ max: 11 }),
      (changes, hour) => {
        const wall = wallAt(makeSnapshot(changes), SCREEN, SUNDAY_MIDNIGHT + hour * HOUR_MS);
        const isTold =
          itemsOf(makeVoice(makeSnapshot(), 'en'), wall).length + wall.duties.length > 0;
        seen.add(isTold);
        expect(hasNotes(wall)).toBe(isTold);
      },
    ),
    runs(),
  );
  expect(seen.size).toBe(2);
});
