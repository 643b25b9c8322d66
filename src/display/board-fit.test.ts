import { expect, test } from 'vitest';

import { boardFit } from './board-fit.ts';
import type { RowText } from './row-text.ts';
import { shapeFor } from './shape.ts';

/** A face in which every letter is half an em wide. */
const widthOf = (text: string) => text.length / 2;
const NORMAL = shapeFor(12, 86.4, 'auto', 1);
const WIDTH = 27.5;

function makeRow(overrides: Partial<RowText> = {}): RowText {
  return {
    name: '1/1',
    look: 'plain',
    mark: '',
    word: '',
    later: '',
    isStruck: false,
    subjects: ['Mathematics', 'Maths'],
    teachers: ['Mr Khalid Al-Ghamdi', 'Khalid Al-Ghamdi', 'K. Al-Ghamdi'],
    rooms: ['Room 11', 'R 11'],
    isSeveral: false,
    isHomeRoom: false,
    isRoomChanged: false,
    note: '',
    ...overrides,
  };
}

test('where everything fits, everything is written in full', () => {
  const { rows, detail } = boardFit([makeRow({ teachers: ['Mr Ali'] })], NORMAL, WIDTH, widthOf);
  expect(detail).toBe(1.6);
  expect(rows[0]).toMatchObject({
    subject: { text: 'Mathematics', size: 2.8 },
    details: ['Mr Ali', 'Room 11'],
  });
});

test('a subject steps down in its own row only', () => {
  const long = makeRow({ subjects: ['Islamic Studies', 'Islamic'] });
  const { rows } = boardFit([makeRow(), long], NORMAL, WIDTH, widthOf);
  expect(rows.map(({ subject }) => subject.size)).toEqual([2.8, 2.45]);
});

test('teachers step down for the whole board together', () => {
  const long = makeRow({ teachers: ['Mr Abdulrahman Al-Shahrani', 'Mr Al-Shahrani'] });
  const { rows, detail } = boardFit([makeRow(), long], NORMAL, WIDTH, widthOf);
  expect(detail).toBe(1.45);
  expect(rows.map(({ details }) => details[0])).toEqual(['Khalid Al-Ghamdi', 'Mr Al-Shahrani']);
});

test('a class with several teachers at once does not cost all others their rooms', () => {
  const several = makeRow({ isSeveral: true, teachers: ['Mr Al-Ghamdi / Mr Al-Shahrani / Mr B'] });
  const { rows } = boardFit([makeRow({ teachers: ['Mr Ali'] }), several], NORMAL, WIDTH, widthOf);
  expect(rows[0]?.details).toEqual(['Mr Ali', 'Room 11']);
});

test('nor does a class with a change and much to say of it', () => {
  const changed = makeRow({ look: 'alt', teachers: ['Mr Abdulrahman bin Khalid Al-Shahrani'] });
  const { rows } = boardFit([makeRow({ teachers: ['Mr Ali'] }), changed], NORMAL, WIDTH, widthOf);
  expect(rows[0]?.details).toEqual(['Mr Ali', 'Room 11']);
});

test('of a room that has changed, the room stays', () => {
  const row = makeRow({
    look: 'alt',
    isRoomChanged: true,
    teachers: ['Mr Abdulrahman Al-Shahrani the Second'],
    rooms: ['Second lab', 'Second lab'],
  });
  expect(boardFit([row], NORMAL, WIDTH, widthOf).rows[0]?.details).toEqual(['Second lab']);
});

test('long names of classes widen their tiles rather than shrink below what can be read', () => {
  const { tile, key } = boardFit([makeRow({ name: 'Grade 10' })], NORMAL, WIDTH, widthOf);
  expect(key).toBe(1.4);
  expect(tile).toBeGreaterThan(8 * 0.5 * 1.4);
});

test('forty classes keep their rooms as long as there is place, and leave out teachers first', () => {
  const dense = shapeFor(40, 86.4, 'auto', 1);
  const { rows } = boardFit([makeRow()], dense, 16.2, widthOf);
  expect(rows[0]).toMatchObject({ subject: { text: 'Maths' }, details: ['R 11'] });
});

test('a changed room goes before the teacher, even where there is place for one only', () => {
  const changed = { look: 'alt', mark: 'change', word: 'Change', isRoomChanged: true } as const;
  const row = makeRow({ ...changed, subjects: ['Chemistry', 'Chemistry'], rooms: ['302', '302'] });
  const [dense] = boardFit([row], shapeFor(40, 86.4, 'auto', 1), 13, widthOf).rows;
  expect(dense).toMatchObject({ subject: { text: 'Chemistry' }, details: ['302'] });
});

test('a changed room is named although it is the class’s own', () => {
  const row = makeRow({ look: 'alt', isHomeRoom: true, isRoomChanged: true });
  const { rows } = boardFit([row], NORMAL, 15, widthOf);
  expect(rows[0]?.details).toEqual(['R 11']);
});

test('a cover that begins only later says both', () => {
  const row = makeRow({
    look: 'alt',
    mark: 'cover',
    word: 'Cover',
    later: '9:55',
    teachers: ['T.'],
  });
  expect(boardFit([row], NORMAL, WIDTH, widthOf).rows[0]?.details).toEqual([
    'Cover',
    'T.',
    'Room 11',
  ]);
  expect(boardFit([row], shapeFor(40, 86.4, 'auto', 1), 16.2, widthOf).rows[0]?.details).toEqual([
    '9:55',
  ]);
});

test('who covers goes before the word for it', () => {
  const row = makeRow({ look: 'alt', mark: 'cover', word: 'Cover', later: '9:55' });
  const detailsIn = (width: number) => boardFit([row], NORMAL, width, widthOf).rows[0]?.details;
  expect(detailsIn(25)).toEqual(['Cover', 'K. Al-Ghamdi']);
  expect(detailsIn(20)).toEqual(['K. Al-Ghamdi']);
});

test('of forty classes, one that has changed says how beneath its subject', () => {
  const row = makeRow({ look: 'alt', mark: 'cover', subjects: ['Geography', 'Geography'] });
  expect(boardFit([row], shapeFor(40, 86.4, 'auto', 1), 16.2, widthOf).rows[0]).toMatchObject({
    subject: { text: 'Geography', size: 1.4, lines: 1 },
    details: ['K. Al-Ghamdi'],
    isBelow: true,
  });
});

test('of forty classes, one at break says when before it names all its groups', () => {
  const row = makeRow({
    subjects: ['Digital / Vocational', 'Digital / Vocational'],
    later: '9:55',
  });
  expect(boardFit([row], shapeFor(40, 86.4, 'auto', 1), 16.2, widthOf).rows[0]).toMatchObject({
    subject: { text: 'Digital +1', lines: 1 },
    details: ['9:55'],
    isBelow: true,
  });
});

test('a tile is as wide as the time in it', () => {
  const { tile } = boardFit(
    [makeRow({ later: '12:35' })],
    shapeFor(24, 86.4, 'auto', 1),
    WIDTH,
    widthOf,
  );
  expect(tile).toBeGreaterThan(5 * 0.5 * 1.4 + 1);
});

test('of forty classes, one whose groups do not fit on a line has them on two', () => {
  const row = makeRow({ subjects: ['Digital / Vocational', 'Digital / Vocational'] });
  const [dense] = boardFit([row], shapeFor(40, 86.4, 'auto', 1), 13, widthOf).rows;
  expect(dense?.subject).toEqual({ text: 'Digital / Vocational', size: 1.4, lines: 2 });
});

const UPRIGHT = shapeFor(12, 48.6, 'auto', 1);
const UPRIGHT_WIDTH = 23.3;

test('an upright board holds as many classes in fewer columns', () => {
  const shapes = [6, 12, 24, 40].map((classes) => shapeFor(classes, 48.6, 'auto', 1));
  expect(shapes.map(({ columns, rows }) => [columns, rows])).toEqual([
    [1, 6],
    [2, 6],
    [3, 8],
    [3, 14],
  ]);
});

test('on an upright board teacher and room have a line each', () => {
  const row = makeRow({ teachers: ['Mr Khalid Al-Ghamdi'], rooms: ['Science lab 11', 'Lab'] });
  const { rows, detail } = boardFit([row], UPRIGHT, UPRIGHT_WIDTH, widthOf);
  expect(detail).toBe(1.6);
  expect(rows[0]?.details).toEqual(['Mr Khalid Al-Ghamdi', 'Science lab 11']);
});

test('where no name of a teacher fits, the room stays', () => {
  const row = makeRow({ teachers: ['Mr Abdulrahman bin Khalid Al-Shahrani'] });
  const { rows } = boardFit([row], UPRIGHT, UPRIGHT_WIDTH, widthOf);
  expect(rows[0]?.details).toEqual(['R 11']);
});

test('a note gives way where there is no third line', () => {
  const row = makeRow({ look: 'alt', note: 'Bring books', teachers: ['Mr Ali'] });
  const [{ details } = { details: [] }] = boardFit([row], UPRIGHT, UPRIGHT_WIDTH, widthOf).rows;
  expect(details).toEqual(['Mr Ali', 'Room 11']);
});

test('below three tracks rows are too low for two lines of details', () => {
  expect(shapeFor(12, 48.6, 'auto', 3).isStacked).toBe(false);
});
