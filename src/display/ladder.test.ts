import fc from 'fast-check';
import { expect, test } from 'vitest';

import { runs } from '../../tools/runs.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { opened } from '../school/examples.fixture.ts';
import { boardFit, isChip } from './board-fit.ts';
import { BETWEEN, FILL, fitted, linesOf, type WidthOf } from './fit.ts';
import type { RowText } from './row-text.ts';
import { shapeFor, type Shape } from './shape.ts';
import { joinNames, type Names } from './voice.ts';

/*
 * The longest names that schools have, and that the contract lets them have, through the ladder that
 * keeps them whole. A text is measured in faces of any proportions: which letters are wide is not
 * what makes a wall right.
 */

const EXAMPLES = [
  'alfarabi',
  'wadi-alkhair',
  'alhadaba',
  'cedar-ridge',
  'nile-evening',
  'northfield',
];
const SUBJECT = { full: 40, short: 14 };
const TEACHER = { full: 40, short: 24 };
const ROOM = { full: 24, short: 10 };

type Table = 'subjects' | 'teachers' | 'rooms';
const snapshots: readonly Snapshot[] = EXAMPLES.map((name) => opened(`${name}.json`).snapshot);

/** Every name of a table of every example, in each of its languages. */
function realNames(table: Table): readonly Names[] {
  return snapshots.flatMap((snapshot) =>
    snapshot[table].flatMap(({ name, short = name }) =>
      Object.keys(name).map((tag): Names => [name[tag] ?? '', short[tag] ?? name[tag] ?? '']),
    ),
  );
}

const WORDS = [
  ...'Introduction to International Business Administration and Applied Mathematics II'.split(' '),
  ...'الدراسات الاجتماعية والتربية الوطنية للمستويات المتقدمة في الرياضيات والعلوم'.split(' '),
  'Wirtschaftsinformatik',
  'Abdulrahman',
  'عبدالرحمن',
];

function textUpTo(longest: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
    .map((words) => words.join(' ').slice(0, longest).trim());
}

function anyNames(table: Table, { full, short }: typeof SUBJECT): fc.Arbitrary<Names> {
  const long = textUpTo(full);
  return fc.oneof(
    fc.constantFrom(...realNames(table)),
    fc.tuple(long, textUpTo(short)),
    long.map((name): Names => [name, name]),
  );
}

/** Faces whose letters are from a quarter to four fifths of an em wide, in any distribution. */
const anyFace: fc.Arbitrary<WidthOf> = fc
  .array(fc.integer({ min: 25, max: 80 }), { minLength: 7, maxLength: 31 })
  .map((widths) => (text, weight) => {
    const letters = Array.from(
      text,
      (one) => widths[(one.codePointAt(0) ?? 0) % widths.length] ?? 50,
    );
    return (letters.reduce((sum, one) => sum + one, 0) / 100) * (weight / 600);
  });

/** Of the stage, in rem. */
const WIDTH = 86.4;

const anyShape = fc
  .constantFrom(6, 12, 24, 40)
  .map((classes) => shapeFor(classes, WIDTH, 'auto', 1));

const anyRow: fc.Arbitrary<RowText> = fc
  .record({
    subjects: fc.array(anyNames('subjects', SUBJECT), { minLength: 1, maxLength: 3 }),
    teachers: fc.array(anyNames('teachers', TEACHER), { minLength: 1, maxLength: 3 }),
    rooms: fc.array(anyNames('rooms', ROOM), { maxLength: 2 }),
    name: fc.constantFrom('9A', '10/10', 'Grade 10', 'أول/متقد'),
    mark: fc.constantFrom('' as const, 'cover' as const, 'change' as const),
    later: fc.constantFrom('', '', '12:35'),
    isRoomChanged: fc.boolean(),
    isHomeRoom: fc.boolean(),
    note: fc.constantFrom('', 'Go to the library'),
  })
  .map(({ subjects, teachers, rooms, mark, isRoomChanged, ...row }) => {
    const [full, short] = joinNames(teachers);
    return {
      ...row,
      mark,
      look: mark ? 'alt' : 'plain',
      word: { '': '', cover: 'Cover', change: 'تغيير' }[mark],
      isStruck: false,
      subjects: joinNames(subjects),
      teachers: [full, short, short],
      rooms: joinNames(rooms),
      isSeveral: teachers.length > 1,
      isRoomChanged: isRoomChanged && mark === 'change' && rooms.length > 0,
    };
  });

const CHIP = 1.4;
const SEPARATOR = 1.5;
const DENSE_GAP = 0.7;

test('on every board, no text is wider than its box', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 8 }), anyShape, anyFace, checkBoard),
    runs(100),
  );
});

function checkBoard(rows: readonly RowText[], shape: Shape, widthOf: WidthOf) {
  const column = (WIDTH - shape.gutter * (shape.columns - 1)) / shape.columns;
  const { tile, key, detail, rows: fitting } = boardFit(rows, shape, column, widthOf);
  const box = column - tile - shape.gap;
  // Names of classes are short; a face twice as wide as any leaves no place for a time beside them.
  fc.pre(widthOf('12:35', 500) * detail + CHIP <= box * FILL);
  for (const { row, subject, details, isBelow } of fitting) {
    const isBeside = shape.density === 'dense' && !isBelow && details.length > 0;
    const width = details.reduce(
      (sum, one) => sum + widthOf(one, 500) * detail + (isChip(row, one) ? CHIP : 0),
      SEPARATOR * (details.length - 1),
    );
    expect(widthOf(row.name, 700) * key).toBeLessThanOrEqual(tile);
    if (shape.density !== 'dense') {
      expect(widthOf(row.later || row.word, 600) * 1.4).toBeLessThanOrEqual(tile * FILL);
    }
    if (details.length > 0) expect(width).toBeLessThanOrEqual(box * FILL);
    const rest = isBeside ? box - width - DENSE_GAP : box;
    expect(widestWord(subject.text, widthOf) * subject.size).toBeLessThanOrEqual(rest * FILL);
    expect(linesOf(subject.text, 600, rest / subject.size, widthOf)).toBe(subject.lines);
    if (widestWord(subject.text, widthOf) > 0) expect(subject.lines).toBeLessThanOrEqual(2);
  }
}

/** A word alone may be wider than its box; then it breaks, because nothing else is left to try. */
function widestWord(text: string, widthOf: WidthOf): number {
  const words = text.replace(/ \+\d$/, '').split(' ');
  return words.length === 1 ? 0 : Math.max(...words.map((word) => widthOf(word, 600)));
}

test('no group is left out unsaid, and no word as long as the whole name fits somehow', () => {
  fc.assert(
    fc.property(
      fc.array(anyNames('subjects', SUBJECT), { minLength: 1, maxLength: 3 }),
      anyShape,
      fc.double({ min: 5, max: 30, noNaN: true }),
      anyFace,
      (subjects, { subjects: sizes, wrapped }, box, widthOf) => {
        const names = joinNames(subjects);
        const { text } = fitted({ names, sizes, wrapped, weight: 600, box }, widthOf);
        const [, plus = '0'] = / \+(\d)$/.exec(text) ?? [];
        const groups = names[1].split(BETWEEN).length;
        const told = text.replace(/ \+\d$/, '').split(BETWEEN).length + Number(plus);
        expect([groups, names[0].split(BETWEEN).length]).toContain(told);
        if (names.some((name) => name === text)) return;
        const [smallest = 1] = sizes.slice(-1);
        for (const name of names) expect(widthOf(name, 600) * smallest).toBeGreaterThan(box * FILL);
        const [least = 1] = wrapped.slice(-1);
        const isWhole = names[0]
          .split(' ')
          .every((word) => widthOf(word, 600) * least <= box * FILL);
        if (isWhole) expect(linesOf(names[0], 600, box / least, widthOf)).toBeGreaterThan(2);
      },
    ),
    runs(250),
  );
});
