import { expect, test } from 'vitest';

import { judgeOf, type Shown, type Verdict } from './judge.ts';
import { ALWAYS, at, tapeOf } from './tape-of.ts';
import type { Tape } from './tape.ts';
import { wallTable } from './wall-table.ts';

const MINUTE = 60_000;
/** Half an hour of lessons. */
const MEASURED = { from: at(8), to: at(8, 30) };
const WALLS = wallTable({ from: at(0), to: at(24) });
const TAPE: Tape = tapeOf(
  'test',
  { seed: 1, screens: 1, perSchool: 1 },
  { measured: MEASURED, moment: MEASURED.from, steady: [MEASURED], powerOf: () => [ALWAYS] },
);

/** Ten minutes of something else on a wall that is right otherwise. */
function tenMinutesOf(shown: Shown) {
  const judge = judgeOf(TAPE, WALLS);
  const right: Shown = { kind: 'live', edition: 0, ahead: 0 };
  judge.shows(0, at(8), right);
  judge.shows(0, at(8, 10), shown);
  judge.shows(0, at(8, 20), right);
  return judge.read(MEASURED.to);
}

test.each<[string, Shown, Verdict]>([
  ['nothing', { kind: 'blank' }, 'blank'],
  ['that its clock is not set', { kind: 'unsure' }, 'unsure'],
  ['what its school has never published', { kind: 'foreign' }, 'wrong'],
  ['another hour', { kind: 'live', edition: 0, ahead: 60 * MINUTE }, 'wrong'],
  ['the night', { kind: 'frozen', edition: 0, instant: at(3) }, 'wrong'],
])('a screen that shows %s', (_, shown, verdict) => {
  const { minutes } = tenMinutesOf(shown);
  expect(minutes).toMatchObject({ right: 20, [verdict]: 10 });
});

test('an edit makes a wall stale that does not have it', () => {
  const judge = judgeOf(TAPE, WALLS);
  judge.shows(0, at(8), { kind: 'live', edition: 0, ahead: 0 });
  judge.published(0, at(8, 10), 1);
  judge.shows(0, at(8, 15), { kind: 'live', edition: 1, ahead: 0 });
  const { right, stale, wrong } = judge.read(MEASURED.to).minutes;
  expect({ right, stale, wrong }).toEqual({ right: 25, stale: 5, wrong: 0 });
});

test('a wall that goes blank is told from one that has never shown anything', () => {
  const judge = judgeOf(TAPE, WALLS);
  judge.shows(0, at(8), { kind: 'blank' });
  judge.shows(0, at(8, 10), { kind: 'live', edition: 0, ahead: 0 });
  expect(judge.read(MEASURED.to)).toMatchObject({ blankAgain: 0, minutes: { blank: 10 } });
  expect(tenMinutesOf({ kind: 'blank' }).blankAgain).toBe(10);
});
